import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function SheetPage() {
  return (
    <Page title="SheetPage">
      <Empty />
    </Page>
  );
}
