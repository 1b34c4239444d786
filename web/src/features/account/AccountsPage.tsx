import { Empty } from "antd";
import { Page } from "@/shared/ui/Page";

export default function AccountsPage() {
  return (
    <Page title="AccountsPage">
      <Empty />
    </Page>
  );
}
