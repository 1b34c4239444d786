import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function PeriodsPage() {
  return (
    <Page title="PeriodsPage">
      <Empty />
    </Page>
  );
}
