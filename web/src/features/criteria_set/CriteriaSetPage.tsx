import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function CriteriaSetPage() {
  return (
    <Page title="CriteriaSetPage">
      <Empty />
    </Page>
  );
}
