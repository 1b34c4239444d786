import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function ByLeafPage() {
  return (
    <Page title="ByLeafPage">
      <Empty />
    </Page>
  );
}
