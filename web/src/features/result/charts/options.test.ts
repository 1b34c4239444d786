import { expect, test } from "vitest";
import type { Matrix, Year } from "../keys";
import { fieldBars, inkOf, spreadBars, yearLines } from "./options";

const words = { mean: "Trung bình", best: "Cao nhất", worst: "Thấp nhất", units: "Số đơn vị", unit: "Đơn vị" };
const spread = { best: "100.00", worst: "80.00", mean: "93.33" };
const line: Matrix["lines"][number] = {
  sheet_id: "s",
  unit_code: "so-y-te",
  unit_name: "Sở Y tế",
  rank: 1,
  index_percent: "90.00",
  cells: { "1": { points: "4.00", percent: "80.00" } },
};
const matrix: Matrix = {
  ranking_group: "department",
  fields: [
    { code: "1", title: "Một", max_score: "5.00", points: spread, percent: spread },
    { code: "2", title: "Hai", max_score: "5.00", points: spread, percent: spread },
  ],
  lines: [line],
  index: spread,
  levels: [],
  bands: [{ start: 80, end: 85, units: 2 }],
};
const series = (option: object) => (option as { series: { name: string; data: unknown[] }[] }).series;

test("bars of fields stand from the first at the top, and a field that a unit lacks has none", () => {
  expect(series(fieldBars(matrix, line, words, inkOf(false))).map((one) => [one.name, one.data])).toEqual([
    ["Trung bình", [93.33, 93.33]],
    ["Sở Y tế", [null, 80]],
  ]);
});

test("who sees one unit alone gets no mean of others", () => {
  const own = { ...matrix, index: null, fields: matrix.fields.map((field) => ({ ...field, percent: null })) };
  expect(series(fieldBars(own, line, words, inkOf(false))).map((one) => one.name)).toEqual(["Sở Y tế"]);
});

test("bands are counted as they were told", () => {
  expect(series(spreadBars(matrix.bands, words, inkOf(true)))[0]?.data).toEqual([2]);
});

test("a year in which the unit did not stand leaves a gap in its line", () => {
  const year = { period_id: "p", year: 2020, imported: true, ranking_group: "department", units: 3, ...spread };
  const own = {
    unit_name: "Sở Y tế",
    rank: 2,
    index_percent: "91.5",
    final_score: null,
    applicable_max: null,
    level_title: "",
  };
  const years: Year[] = [
    { ...year, unit: null },
    { ...year, year: 2021, unit: own },
  ];
  expect(series(yearLines(years, words, inkOf(false))).at(-1)?.data).toEqual([null, 91.5]);
  expect(series(yearLines([{ ...year, unit: null }], words, inkOf(false)))).toHaveLength(3);
});
