import { Input, Tooltip } from "antd";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { points } from "@/shared/format/numbers";
import { holds } from "@/shared/format/search";
import { Ledger, type LedgerColumn } from "@/shared/ui/Ledger";
import { RankBefore, RankChange } from "@/shared/ui/RankChange";
import type { Line } from "./keys";

const TOTALS = ["self_total", "appraised_total", "survey_total", "bonus", "deduction", "applicable_max"] as const;

/** The ranking of one group; every number leads to why it is so. */
export function RankingTable({ periodId, lines }: { periodId: string; lines: Line[] }) {
  const { t } = useTranslation("result");
  const [wanted, setWanted] = useState("");
  const why = (line: Line, of: string, shown: ReactNode) => (
    <Link className="result-number" to={`/results/${periodId}/sheets/${line.sheet_id}?of=${of}`}>
      {shown}
    </Link>
  );
  const columns: LedgerColumn<Line>[] = [
    { key: "rank", title: t("column.rank"), number: true, cell: (line) => why(line, "rank", line.rank ?? "–") },
    {
      key: "unit",
      title: t("column.unit"),
      names: true,
      cell: (line) => (
        <>
          <Link to={`/results/${periodId}/sheets/${line.sheet_id}`}>{line.unit_name}</Link>
          <span className="narrow-only">{line.level_title}</span>
        </>
      ),
    },
    ...TOTALS.slice(0, 5).map((total) => ({
      key: total,
      title: t(`column.${total}`),
      number: true,
      wideOnly: true,
      cell: (line: Line) => why(line, total, points(line[total])),
    })),
    {
      key: "final_score",
      title: t("column.final_score"),
      number: true,
      wideOnly: true,
      cell: (line) => why(line, "final_score", points(line.final_score)),
    },
    {
      key: "applicable_max",
      title: t("column.applicable_max"),
      number: true,
      wideOnly: true,
      cell: (line) => why(line, "applicable_max", points(line.applicable_max)),
    },
    {
      key: "index",
      title: t("column.index"),
      number: true,
      cell: (line) => why(line, "index_percent", <strong>{points(line.index_percent)}</strong>),
    },
    {
      key: "level",
      title: t("column.level"),
      wideOnly: true,
      cell: (line) => (
        <>
          {why(line, "level", line.level_title)}
          {line.knocked_out_by.length > 0 && (
            <Tooltip title={t("knocked_out", { by: line.knocked_out_by.join(", ") })}>
              <span className="rank-down"> {t("knocked_out_mark")}</span>
            </Tooltip>
          )}
          {line.unscored.length > 0 && <div>{t("unscored", { count: line.unscored.length })}</div>}
        </>
      ),
    },
    {
      key: "previous",
      title: t("column.previous"),
      number: true,
      wideOnly: true,
      cell: (line) => <RankBefore rank={line.previous_rank} of={line.previous_unit_name} />,
    },
    {
      key: "change",
      title: t("column.change"),
      number: true,
      cell: (line) => <RankChange change={line.rank_change} />,
    },
  ];
  return (
    <>
      {lines.length > 8 && (
        <Input.Search
          allowClear
          className="result-search"
          aria-label={t("search")}
          placeholder={t("search")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
      )}
      <Ledger
        caption={t("view.ranking")}
        rows={lines.filter((line) => holds(`${line.unit_name} ${line.unit_code}`, wanted))}
        keyOf={(line) => line.sheet_id}
        columns={columns}
      />
    </>
  );
}
