import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet } from "react-router";
import { accountBefore, signIn, useSession } from "@/shared/session/useSession";
import { SignInFirst } from "@/shared/session/SignInFirst";

/** Lets through who is signed in with an account that may work; others are told what to do. */
export function AccountGate() {
  const { session, over } = useSession();
  if (session === null) {
    return accountBefore() === undefined ? <SignInFirst why={over} onSignIn={() => signIn()} /> : <Ended why={over} />;
  }
  const account = session.accounts.find((one) => one.account_id === session.account_id);
  if (account === undefined || !account.may_act) return <Navigate to="/account" replace />;
  return <Outlet />;
}

/** The session ended under an open page: it stays with what was typed, and says how to go on. */
function Ended({ why }: { why: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={t("trouble.session_over")}
        description={why ?? t("trouble.session_over_detail")}
        action={
          <Button type="primary" onClick={() => signIn()}>
            {t("person.sign_in")}
          </Button>
        }
        style={{ marginBlockEnd: 12 }}
      />
      <Outlet />
    </>
  );
}
