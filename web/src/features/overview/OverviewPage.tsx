import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function OverviewPage() {
  return (
    <Page title="OverviewPage">
      <Empty />
    </Page>
  );
}
