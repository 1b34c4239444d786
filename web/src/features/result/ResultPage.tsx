import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function ResultPage() {
  return (
    <Page title="ResultPage">
      <Empty />
    </Page>
  );
}
