import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function MembersPage() {
  return (
    <Page title="MembersPage">
      <Empty />
    </Page>
  );
}
