import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function BySheetPage() {
  return (
    <Page title="BySheetPage">
      <Empty />
    </Page>
  );
}
