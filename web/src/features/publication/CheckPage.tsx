import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function CheckPage() {
  return (
    <Page title="CheckPage">
      <Empty />
    </Page>
  );
}
