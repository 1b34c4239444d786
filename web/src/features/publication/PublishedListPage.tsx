import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function PublishedListPage() {
  return (
    <Page title="PublishedListPage">
      <Empty />
    </Page>
  );
}
