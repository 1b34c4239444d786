import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/generated/assessment";

export type Finding = components["schemas"]["FindingOut"];

/** Faults and warnings of a document by their place; one that has a place in the page leads there. */
export function Findings(props: {
  faults: Finding[];
  warnings: Finding[];
  onGo?: (finding: Finding) => void;
  /** What people call a place. */
  nameOf?: (place: string) => string;
}) {
  const { faults, warnings, onGo, nameOf = (place: string) => place } = props;
  const { t } = useTranslation();
  const list = (found: Finding[]) => (
    <ul style={{ margin: 0, paddingInlineStart: 18, maxBlockSize: 220, overflow: "auto" }}>
      {found.map((one, index) => (
        <li key={`${one.place}${index}`}>
          {one.line > 0 && <b>{t("findings.line", { line: one.line, column: one.column })} </b>}
          {one.place !== "" &&
            (onGo ? (
              <button type="button" className="finding-place" onClick={() => onGo(one)}>
                {nameOf(one.place)}
              </button>
            ) : (
              <code>{nameOf(one.place)}</code>
            ))}{" "}
          {one.message}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {faults.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t("findings.faults", { count: faults.length })}
          description={list(faults)}
          style={{ marginBlockEnd: 8 }}
        />
      )}
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("findings.warnings", { count: warnings.length })}
          description={list(warnings)}
          style={{ marginBlockEnd: 8 }}
        />
      )}
    </>
  );
}
