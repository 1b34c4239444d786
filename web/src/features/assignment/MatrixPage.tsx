import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function MatrixPage() {
  return (
    <Page title="MatrixPage">
      <Empty />
    </Page>
  );
}
