import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function PublishedPage() {
  return (
    <Page title="PublishedPage">
      <Empty />
    </Page>
  );
}
