import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import type { DocumentVersion } from "./useCriteriaSets";

/** Whether a version is a draft, with what faults, or published by which decision. */
export function VersionTags({ version }: { version: DocumentVersion }) {
  const { t } = useTranslation();
  if (version.status === "published") {
    return (
      <>
        <Tag color="green">{t("version.published")}</Tag>
        {version.decision &&
          t("version.by", { number: version.decision.number, date: date(version.decision.issued_on) })}
      </>
    );
  }
  return (
    <>
      <Tag color="blue">{t("version.draft")}</Tag>
      {version.faults.length > 0 && <Tag color="red">{t("findings.faults", { count: version.faults.length })}</Tag>}
    </>
  );
}
