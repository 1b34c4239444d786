import { describe, expect, it } from "vitest";
import { pastedCells, placed } from "./paste";

describe("what a spreadsheet puts on the clipboard", () => {
  it("is rows and columns, with or without a last line end", () => {
    expect(pastedCells("1,5\t Lý do\r\n2\t\r\n")).toEqual([
      ["1,5", "Lý do"],
      ["2", ""],
    ]);
    expect(pastedCells("1\n2\n3")).toEqual([["1"], ["2"], ["3"]]);
  });
  it("keeps line breaks, tabs and quotes of a quoted cell", () => {
    expect(pastedCells('"Dòng một\ndòng ""hai"""\t2\n')).toEqual([['Dòng một\ndòng "hai"', "2"]]);
  });
  it("takes a quote inside a word as it is", () => {
    expect(pastedCells('Quyết định "12"')).toEqual([['Quyết định "12"']]);
  });
  it("has empty cells where there are empty lines, so that a column stays aligned", () => {
    expect(pastedCells("1\n\n3\n")).toEqual([["1"], [""], ["3"]]);
  });
});

describe("where it goes", () => {
  const size = { rows: 3, columns: 2 };
  it("is downwards from the focused cell; what does not fit is counted", () => {
    const { put, left } = placed([["a"], ["b"], ["c"]], { row: 1, column: 0 }, size);
    expect(put.map((one) => one.text)).toEqual(["a", "b"]);
    expect(left).toBe(1);
  });
  it("is the whole selection where one value was copied", () => {
    const { put } = placed([["0"]], { row: 0, column: 0, toRow: 2 }, size);
    expect(put.map((one) => one.row)).toEqual([0, 1, 2]);
  });
});
