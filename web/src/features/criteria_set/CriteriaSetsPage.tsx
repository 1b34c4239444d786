import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function CriteriaSetsPage() {
  return (
    <Page title="CriteriaSetsPage">
      <Empty />
    </Page>
  );
}
