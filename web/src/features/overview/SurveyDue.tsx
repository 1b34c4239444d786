import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/shared/session/useSession";
import { useOwnForms } from "@/shared/survey/useOwnForms";
import { LinkButton } from "@/shared/ui/LinkButton";

/** Survey forms that the account has still to answer (Điều 9.1); nothing where there are none. */
export function SurveyDue() {
  const { t } = useTranslation("overview");
  const due = useOwnForms(useAccount()).data?.due ?? 0;
  if (due === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t("survey.due", { count: due })}
      description={t("survey.detail")}
      action={
        <LinkButton to="/survey" type="primary">
          {t("survey.answer")}
        </LinkButton>
      }
      className="overview-due"
    />
  );
}
