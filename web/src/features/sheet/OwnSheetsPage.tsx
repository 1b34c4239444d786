import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function OwnSheetsPage() {
  return (
    <Page title="OwnSheetsPage">
      <Empty />
    </Page>
  );
}
