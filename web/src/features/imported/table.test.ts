import { expect, test } from "vitest";
import { readCsv } from "./readFile";
import { readTable } from "./table";

test("titles are known with and without marks, and numbers come as the service takes them", () => {
  const read = readTable(
    [
      ["BẢNG XẾP HẠNG NĂM 2023"],
      ["STT", "Tên đơn vị", "Thứ hạng", "Chỉ số (%)", "XẾP LOẠI", "1. Công tác chỉ đạo (tối đa 9,5)", "Ghi gì đó"],
      ["1", " Sở Y tế ", "1", "92,15 %", "Tốt", "9,25", "x"],
      ["", "", "", "", "", "", ""],
      ["2", "Sở Xây dựng", "2", "91.651", "Tốt", "", ""],
    ],
    "department",
  );
  expect(read.fields).toEqual([{ code: "1", title: "Công tác chỉ đạo", max_score: "9.5" }]);
  expect(read.rows).toEqual([3, 5]);
  expect(read.unknown).toEqual(["Ghi gì đó"]);
  expect(read.lines[0]).toMatchObject({
    unit_name: "Sở Y tế",
    unit_code: "",
    ranking_group: "department",
    rank: "1",
    index_percent: "92.15",
    level: "Tốt",
    field_totals: { "1": "9.25" },
  });
  expect(read.lines[1]).toMatchObject({ index_percent: "91.651", field_totals: {} });
  expect(read.titles.index_percent).toBe("Chỉ số (%)");
});

test("a table without a column of units holds no lines", () => {
  expect(readTable([["a", "b"]], "").lines).toEqual([]);
});

test("a CSV has commas or semicolons, quotes and line feeds inside them", () => {
  expect(readCsv('\ufeff"Đơn vị";"Chỉ số"\r\n"Sở ""A"";\nB";92,1\r\n')).toEqual([
    ["Đơn vị", "Chỉ số"],
    ['Sở "A";\nB', "92,1"],
  ]);
  expect(readCsv("a,b\n1,\n")).toEqual([
    ["a", "b"],
    ["1", ""],
  ]);
});
