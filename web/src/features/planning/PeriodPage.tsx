import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function PeriodPage() {
  return (
    <Page title="PeriodPage">
      <Empty />
    </Page>
  );
}
