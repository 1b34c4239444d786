import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function ReceiptPage() {
  return (
    <Page title="ReceiptPage">
      <Empty />
    </Page>
  );
}
