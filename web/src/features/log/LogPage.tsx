import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function LogPage() {
  return (
    <Page title="LogPage">
      <Empty />
    </Page>
  );
}
