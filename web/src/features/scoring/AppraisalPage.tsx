import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function AppraisalPage() {
  return (
    <Page title="AppraisalPage">
      <Empty />
    </Page>
  );
}
