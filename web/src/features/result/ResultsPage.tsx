import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function ResultsPage() {
  return (
    <Page title="ResultsPage">
      <Empty />
    </Page>
  );
}
