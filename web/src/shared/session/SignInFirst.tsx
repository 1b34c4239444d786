import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";

/** Nobody is signed in here; `why` is the service's sentence where a session has ended. */
export function SignInFirst({ why, onSignIn }: { why: string | null; onSignIn: () => void }) {
  const { t } = useTranslation();
  return (
    <Result
      status="info"
      title={t("trouble.session_over")}
      subTitle={why ?? t("trouble.session_over_detail")}
      extra={
        <Button type="primary" onClick={onSignIn}>
          {t("person.sign_in")}
        </Button>
      }
    />
  );
}
