import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "@/shared/ui/Notice";
import type { Counted } from "./useSurveyLink";

/** The answer was counted. */
export function Thanks({ counted, action }: { counted: Counted; action?: ReactNode }) {
  const { t } = useTranslation("survey_answer");
  return (
    <div role="status">
      <Notice title={t("thanks.title")} action={action}>
        {t("thanks.detail", { form: counted.title, unit: counted.unit_name })}
      </Notice>
    </div>
  );
}
