import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function SurveyPage() {
  return (
    <Page title="SurveyPage">
      <Empty />
    </Page>
  );
}
