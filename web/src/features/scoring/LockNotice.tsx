import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Appraisal } from "./keys";

/** Why nothing can be changed (which rule, since when, who can lift it), or why it can again. */
export function LockNotice({ appraisal }: { appraisal: Appraisal }) {
  const { t } = useTranslation("scoring");
  const { locked, reopened } = appraisal;
  if (locked) {
    const since = locked.since ? t("locked_since", { at: dateTime(locked.since) }) : "";
    return (
      <Alert
        type="info"
        showIcon
        title={locked.title}
        description={[since, locked.detail].filter(Boolean).join(" ")}
        style={{ marginBlockEnd: 8 }}
      />
    );
  }
  if (reopened) {
    return (
      <Alert
        type="warning"
        showIcon
        title={t("reopened_at", { at: dateTime(reopened.changed_at) })}
        description={[
          reopened.reason ? t("reopened_reason", { reason: reopened.reason }) : t(`act.${reopened.act}`),
          appraisal.closed_units.length > 0 ? t("closed_units", { units: appraisal.closed_units.join(", ") }) : "",
        ]
          .filter(Boolean)
          .join(" ")}
        style={{ marginBlockEnd: 8 }}
      />
    );
  }
  return null;
}
