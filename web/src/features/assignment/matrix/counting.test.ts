import { expect, test } from "vitest";
import { countsOf, itemsOf, type Matrix, type MatrixRow } from "./counting";

const column = (code: string, appraiser_code: string | null) => ({
  code,
  title: code,
  kind: "leaf",
  field: "1",
  appraiser_code,
});
const row: MatrixRow = {
  sheet_id: "s",
  set_code: "A",
  unit_code: "so-noi-vu",
  unit_name: "Sở Nội vụ",
  replaced: [{ item: "1.1", appraiser_code: "STP" }],
  gaps: ["1.3"],
};
const matrix = {
  sets: [
    {
      code: "A",
      title: "",
      columns: [column("1.1", "SNV"), column("1.2", "STP"), column("1.3", "STC"), column("1.4", null)],
    },
  ],
  rows: [row],
} as unknown as Matrix;

test("each item of a sheet names who scores it, whom it replaces, and that nobody does", () => {
  expect(
    itemsOf(matrix, row).map(({ column: { code }, agency, replaces, gap }) => [code, agency, replaces, gap]),
  ).toEqual([
    ["1.1", "STP", "SNV", false],
    ["1.2", "STP", null, false],
    ["1.3", null, null, true],
    ["1.4", null, null, false],
  ]);
});

test("an agency's cell counts its items, those in another's place apart", () => {
  expect([...countsOf(itemsOf(matrix, row))]).toEqual([["STP", { items: 2, replacing: 1 }]]);
});
