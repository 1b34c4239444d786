import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function ClarificationPage() {
  return (
    <Page title="ClarificationPage">
      <Empty />
    </Page>
  );
}
