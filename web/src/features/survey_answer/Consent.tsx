import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { AskedForm } from "./useSurveyLink";

/** What the survey is for, who holds it, what is kept of an answer; nothing is asked before one agrees. */
export function Consent(props: {
  asked: AskedForm;
  byAccount: boolean;
  given: boolean;
  fault: string | undefined;
  onChange: (given: boolean) => void;
}) {
  const { asked, byAccount, given, fault, onChange } = props;
  const { t } = useTranslation("survey_answer");
  return (
    <section className="survey-notice" aria-labelledby="survey-notice">
      <h2 id="survey-notice">{t("notice.title")}</h2>
      <p>{t("notice.purpose", { unit: asked.unit_name, held_by: asked.held_by })}</p>
      <ul>
        <li>{byAccount ? t("notice.kept_account") : t("notice.kept_link")}</li>
        <li>{t("notice.apart")}</li>
        <li>{t("notice.free")}</li>
        <li>{t("notice.no_secrets")}</li>
        {asked.closes_at && <li>{t("notice.until", { at: dateTime(asked.closes_at) })}</li>}
      </ul>
      <Checkbox checked={given} aria-invalid={fault !== undefined} onChange={(event) => onChange(event.target.checked)}>
        {t("notice.agree")}
      </Checkbox>
      {fault && (
        <p role="alert" className="survey-fault">
          {fault}
        </p>
      )}
    </section>
  );
}
