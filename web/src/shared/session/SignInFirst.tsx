import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Notice } from "@/shared/ui/Notice";

/** Nobody is signed in here; `why` is the service's sentence where a session has ended. */
export function SignInFirst({ why, onSignIn }: { why: string | null; onSignIn: () => void }) {
  const { t } = useTranslation();
  const signIn = (
    <Button type="primary" onClick={onSignIn}>
      {t("person.sign_in")}
    </Button>
  );
  return (
    <Notice title={t(why === null ? "trouble.sign_in_first" : "trouble.session_over")} action={signIn}>
      {why ?? t("trouble.sign_in_first_detail")}
    </Notice>
  );
}
