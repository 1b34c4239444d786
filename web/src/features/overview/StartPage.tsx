import { Button, Flex } from "antd";
import { lazy } from "react";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { loadMessages } from "@/shared/i18n";
import { signIn, useSession } from "@/shared/session/useSession";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Page } from "@/shared/ui/Page";

// Asked for at once: who opens this page is signed in, nearly always, and the session's answer takes as long as these files.
const overview = import("./OverviewPage");
const OverviewPage = lazy(() => overview);
void loadMessages("overview");

/** The address `/`: the overview of the chosen account, or for a stranger what this is and how to come in. */
export default function StartPage() {
  const { session } = useSession();
  if (session === null) return <Welcome />;
  const account = session.accounts.find((one) => one.account_id === session.account_id);
  if (account === undefined || !account.may_act) return <Navigate to="/account" replace />;
  return <OverviewPage />;
}

function Welcome() {
  const { t } = useTranslation();
  return (
    <Page title={t("app.full_name")} lead={t("welcome.lead")}>
      <Flex wrap gap={12}>
        <Button type="primary" size="large" onClick={() => signIn("/")}>
          {t("person.sign_in")}
        </Button>
        <LinkButton to="/published" size="large">
          {t("welcome.published")}
        </LinkButton>
        <LinkButton to="/check" size="large">
          {t("welcome.check")}
        </LinkButton>
      </Flex>
    </Page>
  );
}
