import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function CouncilPage() {
  return (
    <Page title="CouncilPage">
      <Empty />
    </Page>
  );
}
