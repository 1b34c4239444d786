import { Steps } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Sheet } from "@/shared/sheet/useSheet";

/** Where the sheet is on its way: entered, approved, signed, sent. */
export function Way({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation("approval");
  const sent = sheet.sent_at !== null;
  const at = sent
    ? 4
    : sheet.approved_at === null
      ? sheet.missing_count > 0
        ? 0
        : 1
      : sheet.signed_report_id === null
        ? 2
        : 3;
  const steps = [
    { key: "enter", told: sheet.missing_count > 0 ? t("way.missing", { count: sheet.missing_count }) : undefined },
    { key: "approve", told: sheet.approved_at === null ? undefined : dateTime(sheet.approved_at) },
    { key: "sign", told: undefined },
    { key: "send", told: sent ? dateTime(sheet.sent_at) : undefined },
  ];
  return (
    <>
      <Steps
        className="report-gap report-way"
        size="small"
        current={at}
        items={steps.map(({ key, told }) => ({ title: t(`way.${key}`), content: told }))}
      />
      {at < steps.length && (
        <p className="report-way-short">
          {t("way.short", { step: at + 1, of: steps.length, name: t(`way.${steps[at]?.key}`) })}
        </p>
      )}
    </>
  );
}
