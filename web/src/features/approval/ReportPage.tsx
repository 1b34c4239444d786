import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function ReportPage() {
  return (
    <Page title="ReportPage">
      <Empty />
    </Page>
  );
}
