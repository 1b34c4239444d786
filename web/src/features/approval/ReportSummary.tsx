import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { points } from "@/shared/format/numbers";
import type { Report, ReportRow } from "./useReport";

/** The report as a page: fields with their sums, then every line as it is printed. */
export function ReportSummary({ report, base }: { report: Report; base: string }) {
  const { t } = useTranslation("approval");
  return (
    <article className="report-summary">
      <p className="report-total">
        {t("summary.total")} <strong>{points(report.self_total)}</strong> / {points(report.max_score)}
      </p>
      <p className="report-label">
        {report.program_title} {report.year} · {report.criteria_set_title} · {report.issuing_decision} ·{" "}
        {report.status_label}
      </p>
      <table className="report-fields">
        <thead>
          <tr>
            <th scope="col">{t("summary.field")}</th>
            <th scope="col">{t("part.self_score")}</th>
            <th scope="col">{t("summary.max")}</th>
          </tr>
        </thead>
        <tbody>
          {report.fields.map((field) => (
            <tr key={field.title}>
              <th scope="row">{field.title}</th>
              <td>{points(field.self_score)}</td>
              <td>{points(field.max_score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t("summary.rows")}</h2>
      <ol className="report-rows">
        {report.rows.map((row) => (
          <Row key={`${row.number} ${row.title}`} row={row} base={base} />
        ))}
      </ol>
      {report.without_evidence.length > 0 && (
        <>
          <h2>{t("summary.without_evidence")}</h2>
          <ul className="report-list">
            {report.without_evidence.map((one) => (
              <li key={one.number}>
                {one.number} {one.title}
                {one.explanation !== "" && <>: {one.explanation}</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

function Row({ row, base }: { row: ReportRow; base: string }) {
  const { t } = useTranslation("approval");
  const title = `${row.number} ${row.title}`;
  return (
    <li className={`report-row report-row-${row.level}`}>
      <div className="report-row-head">
        {row.item === null ? (
          <span>{title}</span>
        ) : (
          <Link to={`${base}/items/${encodeURIComponent(row.item)}`}>{title}</Link>
        )}
        {(row.max_score !== null || row.self_score !== null) && (
          <span className="report-score">
            {points(row.self_score)} / {points(row.max_score)}
          </span>
        )}
      </div>
      {row.declared !== "" && (
        <div className="report-text">
          <span className="report-label">{t("part.declared")}:</span> {row.declared}
        </div>
      )}
      {row.explanation !== "" && <div className="report-text">{row.explanation}</div>}
      {row.evidence.length > 0 && (
        <div className="report-text">
          <span className="report-label">{t("part.evidence")}:</span> {row.evidence.map((file) => file.name).join("; ")}
        </div>
      )}
    </li>
  );
}
