import { Select, theme } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import { holds } from "@/shared/format/search";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Matrix, Result, Year } from "../keys";
import { useMatrix } from "../useMatrix";
import { useYears } from "../useYears";
import { Chart } from "./Chart";
import { fieldBars, inkOf, spreadBars, yearLines, type Ink, type Words } from "./options";

/** Fields, spread and years of a group as charts; one unit can be set beside the group. */
export default function Charts({ result, group, unit }: { result: Result; group: string; unit: string | null }) {
  const { t } = useTranslation("result");
  const { token } = theme.useToken();
  const [chosen, setChosen] = useState<string | null>(unit);
  const found = useMatrix(result.period_id, group);
  const program = result.program as "par_index" | "task_completion";
  const years = useYears(program, group, null);
  const own = useYears(program, group, chosen ?? "");
  const ink = useMemo(() => inkOf(token.colorBgContainer !== "#ffffff"), [token.colorBgContainer]);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Trouble fault={found.error} onRetry={() => void found.refetch()} />;
  const matrix = found.data;
  const line = matrix.lines.find((one) => one.unit_code === chosen);
  const words: Words = {
    mean: t("matrix.mean"),
    best: t("matrix.best"),
    worst: t("matrix.worst"),
    units: t("chart.units"),
    unit: line?.unit_name ?? t("column.unit"),
  };
  const units = new Map(own.data?.map((one) => [one.year, one.unit]));
  return (
    <>
      {matrix.lines.length > 1 && (
        <label className="result-search">
          {t("chart.beside")}{" "}
          <Select
            allowClear
            showSearch={{ filterOption: (wanted, option) => holds(option?.label ?? "", wanted) }}
            style={{ minInlineSize: 240 }}
            placeholder={t("chart.nobody")}
            value={chosen}
            onChange={(value) => setChosen(value ?? null)}
            options={matrix.lines.map((one) => ({ value: one.unit_code, label: one.unit_name }))}
          />
        </label>
      )}
      <div className="result-charts">
        <Fields matrix={matrix} line={line} words={words} ink={ink} />
        {matrix.bands.length > 0 && <Spread matrix={matrix} words={words} ink={ink} />}
        {years.data !== undefined && years.data.length > 0 && (
          <Years
            years={years.data.map((one) => ({ ...one, unit: units.get(one.year) ?? null }))}
            words={words}
            ink={ink}
          />
        )}
      </div>
    </>
  );
}

interface Drawn {
  words: Words;
  ink: Ink;
}

function Fields({ matrix, line, words, ink }: Drawn & { matrix: Matrix; line: Matrix["lines"][number] | undefined }) {
  const { t } = useTranslation("result");
  const option = useMemo(() => fieldBars(matrix, line, words, ink), [matrix, line, words, ink]);
  return (
    <Chart
      title={t("chart.fields")}
      option={option}
      ground={ink.ground}
      height={Math.max(320, matrix.fields.length * 56 + 70)}
    >
      <Ledger
        caption={t("chart.fields")}
        rows={matrix.fields}
        keyOf={(field) => field.code}
        columns={[
          { key: "field", title: t("chart.field"), names: true, cell: (field) => `${field.code}. ${field.title}` },
          { key: "mean", title: words.mean, number: true, cell: (field) => points(field.percent?.mean) },
          { key: "best", title: words.best, number: true, cell: (field) => points(field.percent?.best) },
          { key: "worst", title: words.worst, number: true, cell: (field) => points(field.percent?.worst) },
          ...(line === undefined
            ? []
            : [
                {
                  key: "unit",
                  title: line.unit_name,
                  number: true,
                  cell: (field: { code: string }) => points(line.cells[field.code]?.percent),
                },
              ]),
        ]}
      />
    </Chart>
  );
}

function Spread({ matrix, words, ink }: Drawn & { matrix: Matrix }) {
  const { t } = useTranslation("result");
  const option = useMemo(() => spreadBars(matrix.bands, words, ink), [matrix.bands, words, ink]);
  return (
    <Chart title={t("chart.spread")} option={option} ground={ink.ground}>
      <Ledger
        caption={t("chart.spread")}
        rows={matrix.bands}
        keyOf={(band) => String(band.start)}
        columns={[
          { key: "band", title: t("column.index"), names: true, cell: (band) => `${band.start}–${band.end}` },
          { key: "units", title: words.units, number: true, cell: (band) => band.units },
        ]}
      />
      <Ledger
        caption={t("chart.levels")}
        rows={matrix.levels}
        keyOf={(level) => level.title}
        columns={[
          { key: "level", title: t("column.level"), names: true, cell: (level) => level.title },
          { key: "units", title: words.units, number: true, cell: (level) => level.units },
        ]}
      />
    </Chart>
  );
}

function Years({ years, words, ink }: Drawn & { years: Year[] }) {
  const { t } = useTranslation("result");
  const option = useMemo(() => yearLines(years, words, ink), [years, words, ink]);
  return (
    <Chart title={t("chart.years")} option={option} ground={ink.ground}>
      <Ledger
        caption={t("chart.years")}
        rows={years}
        keyOf={(one) => one.period_id}
        columns={[
          { key: "year", title: t("chart.year"), names: true, cell: (one) => one.year },
          { key: "best", title: words.best, number: true, cell: (one) => points(one.best) },
          { key: "mean", title: words.mean, number: true, cell: (one) => points(one.mean) },
          { key: "worst", title: words.worst, number: true, cell: (one) => points(one.worst) },
          { key: "unit", title: words.unit, number: true, cell: (one) => points(one.unit?.index_percent) },
          { key: "rank", title: t("column.rank"), number: true, cell: (one) => one.unit?.rank ?? "–" },
        ]}
      />
    </Chart>
  );
}
