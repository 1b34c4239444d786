import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function UnitsPage() {
  return (
    <Page title="UnitsPage">
      <Empty />
    </Page>
  );
}
