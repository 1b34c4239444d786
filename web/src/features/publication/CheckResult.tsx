import { Alert, Descriptions } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { date, dateTime } from "@/shared/format/dates";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import { grouped } from "./fingerprint";
import type { Checked } from "./keys";

export function CheckResult({ checked }: { checked: Checked }) {
  const { t } = useTranslation("publication");
  const groupTitle = useGroupTitle();
  const facts: [string, React.ReactNode][] = [
    [t("check.document"), t(`check.kind.${checked.kind}`)],
    [t("check.program"), checked.program && `${t(`common:program.${checked.program}`)} ${checked.year ?? ""}`],
    [t("check.unit"), checked.unit_name],
    [t("check.group"), checked.ranking_group && groupTitle(checked.ranking_group)],
    [
      t("check.decision"),
      checked.decision && t("decision", { number: checked.decision.number, date: date(checked.decision.issued_on) }),
    ],
    [
      t(checked.imported ? "check.imported_at" : "check.published_at"),
      checked.published_at && dateTime(checked.published_at),
    ],
    [t("check.first_at"), checked.imported ? null : dateTime(checked.first_at)],
    [t("check.fingerprint"), <code key="print">{grouped(checked.fingerprint)}</code>],
  ];
  return (
    <>
      <Alert
        showIcon
        type={checked.superseded || checked.rehearsal ? "warning" : "success"}
        title={t(checked.superseded ? "check.superseded" : checked.rehearsal ? "check.rehearsal" : "check.genuine")}
        description={t(checked.imported ? "check.imported" : "check.compare")}
      />
      <Descriptions
        className="check-facts"
        bordered
        size="small"
        column={1}
        items={facts.filter(([, value]) => value).map(([label, children]) => ({ key: label, label, children }))}
      />
      {checked.period_id !== null && <Link to={`/published/${checked.period_id}`}>{t("check.open")}</Link>}
    </>
  );
}
