import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { points } from "@/shared/format/numbers";
import { Ledger, type LedgerColumn } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Matrix } from "./keys";
import { useMatrix } from "./useMatrix";

type Kind = "points" | "percent";
type MatrixLine = Matrix["lines"][number];

/** Units by field, with best, worst and mean as the service counts them. */
export function MatrixTable({ periodId, group }: { periodId: string; group: string }) {
  const { t } = useTranslation("result");
  const found = useMatrix(periodId, group);
  const [kind, setKind] = useState<Kind>("points");
  if (found.isPending) return <Loading />;
  if (found.isError) return <Trouble fault={found.error} onRetry={() => void found.refetch()} />;
  const { fields, lines, index } = found.data;
  const extremes = new Map(fields.map((field) => [field.code, field[kind]]));
  const columns: LedgerColumn<MatrixLine>[] = [
    { key: "rank", title: t("column.rank"), number: true, cell: (line) => line.rank ?? "–" },
    {
      key: "unit",
      title: t("column.unit"),
      names: true,
      cell: (line) => <Link to={`/results/${periodId}/sheets/${line.sheet_id}`}>{line.unit_name}</Link>,
    },
    ...fields.map((field) => ({
      key: field.code,
      title: (
        <>
          {field.code}. {field.title}
          {kind === "points" && <div className="result-max">{t("matrix.max", { max: points(field.max_score) })}</div>}
        </>
      ),
      number: true,
      cell: (line: MatrixLine) => {
        const cell = line.cells[field.code];
        if (cell === undefined) return "–";
        const spread = extremes.get(field.code);
        const mark = spread?.best === cell[kind] ? "best" : spread?.worst === cell[kind] ? "worst" : "";
        return (
          <Link
            className={`result-number ${mark}`}
            to={`/results/${periodId}/sheets/${line.sheet_id}?of=field:${encodeURIComponent(field.code)}`}
          >
            {points(cell[kind])}
            {mark !== "" && <span className="visually-hidden"> ({t(`matrix.${mark}`)})</span>}
          </Link>
        );
      },
    })),
    {
      key: "index",
      title: t("column.index"),
      number: true,
      cell: (line) => (
        <Link className="result-number" to={`/results/${periodId}/sheets/${line.sheet_id}?of=index_percent`}>
          <strong>{points(line.index_percent)}</strong>
        </Link>
      ),
    },
  ];
  const feet =
    index === null
      ? []
      : (["best", "mean", "worst"] as const).map((which) => ({
          title: t(`matrix.${which}`),
          cells: {
            ...Object.fromEntries(fields.map((field) => [field.code, points(field[kind]?.[which])])),
            index: points(index[which]),
          },
        }));
  return (
    <>
      <Segmented<Kind>
        className="result-kind"
        aria-label={t("matrix.kind")}
        value={kind}
        options={[
          { value: "points", label: t("matrix.points") },
          { value: "percent", label: t("matrix.percent") },
        ]}
        onChange={setKind}
      />
      <div className="result-matrix">
        <Ledger caption={t("view.matrix")} rows={lines} keyOf={(line) => line.sheet_id} columns={columns} feet={feet} />
      </div>
      {index !== null && <p className="result-hint">{t("matrix.legend")}</p>}
    </>
  );
}
