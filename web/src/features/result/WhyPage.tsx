import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function WhyPage() {
  return (
    <Page title="WhyPage">
      <Empty />
    </Page>
  );
}
