import { Alert } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Ledger } from "@/shared/ui/Ledger";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import type { ReadTable } from "./table";
import type { ImportCheck } from "./useImport";

interface Finding {
  key: string;
  row: number;
  column: string;
  detail: string;
  fault: boolean;
}

/** What the service found, each at its cell; without a fault, what can be done next (`children`). */
export function Findings({
  read,
  found,
  children,
}: {
  read: ReadTable;
  found: ImportCheck | undefined;
  children: ReactNode;
}) {
  const { t } = useTranslation("imported");
  const groupTitle = useGroupTitle();
  if (read.lines.length === 0)
    return <Alert type="error" showIcon title={t("no_units")} description={t("no_units_detail")} />;
  if (found === undefined) return null;
  const titleOf = (column: string) => read.titles[column] ?? t(`column.${column}`, { defaultValue: column });
  const findings: Finding[] = [
    ...found.faults.map((one, place) => ({
      key: `f${place}`,
      row: read.rows[one.index] ?? one.index + 1,
      column: titleOf(one.column),
      detail: String(one.problem.detail ?? one.problem.title),
      fault: true,
    })),
    ...found.remarks.map((one, place) => ({
      key: `r${place}`,
      row: read.rows[one.index] ?? one.index + 1,
      column: titleOf(one.column),
      detail: one.detail,
      fault: false,
    })),
  ];
  return (
    <section aria-live="polite" style={{ marginBlock: 16 }}>
      <Alert
        showIcon
        type={found.faults.length > 0 ? "error" : "success"}
        title={
          found.faults.length > 0 ? t("faults", { count: found.faults.length }) : t("good", { count: found.lines })
        }
        description={
          <>
            {found.groups.map((one) => `${groupTitle(one.ranking_group)}: ${one.units}`).join("; ")}
            {read.unknown.length > 0 && <div>{t("unknown", { titles: read.unknown.join(", ") })}</div>}
          </>
        }
      />
      {findings.length > 0 && (
        <Ledger<Finding>
          caption={t("findings")}
          rows={findings}
          keyOf={(one) => one.key}
          columns={[
            { key: "row", title: t("row"), number: true, cell: (one) => one.row },
            { key: "column", title: t("cell"), names: true, cell: (one) => one.column },
            { key: "kind", title: t("kind"), cell: (one) => t(one.fault ? "fault" : "remark") },
            { key: "detail", title: t("detail"), cell: (one) => one.detail },
          ]}
        />
      )}
      {found.faults.length === 0 && <div style={{ marginBlockStart: 16 }}>{children}</div>}
    </section>
  );
}
