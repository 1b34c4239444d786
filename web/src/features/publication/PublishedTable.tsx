import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import { Ledger, type LedgerColumn } from "@/shared/ui/Ledger";
import { RankBefore, RankChange } from "@/shared/ui/RankChange";
import type { Line, Published } from "./keys";

export function PublishedTable({
  caption,
  lines,
  fields,
  compared,
  year,
}: {
  caption: string;
  lines: Line[];
  fields: Published["fields"];
  compared: boolean;
  year: number;
}) {
  const { t } = useTranslation("publication");
  // A table brought in from an earlier year has only what was published then.
  const has = (name: "final_score" | "applicable_max") => lines.some((line) => line[name] !== null);
  const columns: (LedgerColumn<Line> | false)[] = [
    { key: "rank", title: t("column.rank"), number: true, cell: (line) => line.rank ?? "–" },
    { key: "unit", title: t("column.unit"), names: true, cell: (line) => <UnitCell line={line} /> },
    has("final_score") && {
      key: "total",
      title: t("column.final_score"),
      number: true,
      wideOnly: true,
      cell: (line) => points(line.final_score),
    },
    has("applicable_max") && {
      key: "max",
      title: t("column.applicable_max"),
      number: true,
      wideOnly: true,
      cell: (line) => points(line.applicable_max),
    },
    {
      key: "index",
      title: t("column.index"),
      number: true,
      cell: (line) => <strong>{points(line.index_percent)}</strong>,
    },
    ...fields.map((field) => ({
      key: `field-${field.code}`,
      title: (
        <abbr title={field.title}>
          {field.code}
          {field.max_score !== null && ` (${points(field.max_score)})`}
        </abbr>
      ),
      number: true,
      cell: (line: Line) => points(line.field_totals[field.code]),
    })),
    { key: "level", title: t("column.level"), wideOnly: true, cell: (line) => line.level_title || "–" },
    compared && {
      key: "previous",
      title: t("column.previous", { year: year - 1 }),
      number: true,
      wideOnly: true,
      cell: (line) => <RankBefore rank={line.previous_rank} of={line.previous_unit_name} />,
    },
    compared && {
      key: "change",
      title: t("column.change"),
      number: true,
      cell: (line) => <RankChange change={line.rank_change} />,
    },
  ];
  return (
    <Ledger
      caption={caption}
      rows={lines}
      keyOf={(line) => line.unit_code}
      columns={columns.filter((one): one is LedgerColumn<Line> => one !== false)}
    />
  );
}

function UnitCell({ line }: { line: Line }) {
  return (
    <>
      {line.unit_name}
      <span className="narrow-only">{line.level_title}</span>
    </>
  );
}
