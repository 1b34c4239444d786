import type { components } from "@/api/generated/ranking";
import { numberInFile } from "@/shared/format/numbers";

type Schemas = components["schemas"];
export type ImportLine = Schemas["ImportLineIn"];
export type ImportField = Schemas["ImportFieldIn"];

/** What a file held: lines and fields as the service takes them, and for each column where it stood in the file. */
export interface ReadTable {
  lines: ImportLine[];
  fields: ImportField[];
  /** Row of the file, from 1, by line. */
  rows: number[];
  /** Title as in the file, by the service's name of the column. */
  titles: Record<string, string>;
  /** Columns that nothing was made of. */
  unknown: string[];
}

const TITLES: Record<string, string[]> = {
  unit_code: ["ma don vi", "ma", "unit_code"],
  unit_name: ["don vi", "ten don vi", "co quan don vi", "ten co quan", "co quan", "unit_name"],
  ranking_group: ["nhom xep hang", "khoi", "ranking_group"],
  rank: ["thu hang", "hang", "xep hang", "xep thu", "rank"],
  self_total: ["diem tu cham", "diem tu danh gia", "self_total"],
  appraised_total: ["diem tham dinh", "appraised_total"],
  survey_total: ["diem dieu tra xa hoi hoc", "diem khao sat", "survey_total"],
  bonus: ["diem thuong", "diem cong", "bonus"],
  deduction: ["diem tru", "deduction"],
  final_score: ["tong diem", "tong cong", "final_score"],
  applicable_max: ["diem toi da ap dung", "diem toi da", "applicable_max"],
  index_percent: ["chi so", "chi so cchc", "ty le", "index_percent"],
  level: ["nhom", "xep loai", "muc", "level"],
};
const NUMBERS = new Set(
  Object.keys(TITLES).filter((name) => !["unit_code", "unit_name", "ranking_group", "level"].includes(name)),
);
const FIELD =
  /^\s*(?:lĩnh vực\s+)?([0-9]+|[IVX]+)\s*[.:)-]\s*(.+?)\s*(?:\(\s*(?:tối đa\s*)?([0-9.,]+)\s*(?:điểm)?\s*\))?\s*$/iu;

/** Rows of a table with a row of titles somewhere at its top, as lines to import. Cells stay as they were typed; the service judges them. */
export function readTable(rows: string[][], group: string): ReadTable {
  const head = rows.findIndex((row) => columnsOf(row).some((name) => name === "unit_name" || name === "unit_code"));
  if (head < 0) return { lines: [], fields: [], rows: [], titles: {}, unknown: [] };
  const titles = rows[head] ?? [];
  const names = columnsOf(titles);
  const fields: ImportField[] = [];
  const codes = titles.map((title, place) => {
    const [, code, name, most] = names[place] === undefined ? (FIELD.exec(title) ?? []) : [];
    if (code === undefined || name === undefined || fields.some((field) => field.code === code)) return undefined;
    fields.push({ code, title: name, max_score: most === undefined ? null : numberInFile(most) });
    return code;
  });
  const read: ReadTable = { lines: [], fields, rows: [], titles: {}, unknown: [] };
  titles.forEach((title, place) => {
    const name = names[place] ?? (codes[place] === undefined ? undefined : `field_totals/${codes[place]}`);
    if (name !== undefined) read.titles[name] = title;
    else if (title.trim() !== "" && !IGNORED.has(bare(title))) read.unknown.push(title);
  });
  rows.slice(head + 1).forEach((row, offset) => {
    const line = lineOf(row, names, codes);
    if (line.unit_name === "" && line.unit_code === "") return;
    if (line.ranking_group === "") line.ranking_group = group;
    read.lines.push(line);
    read.rows.push(head + offset + 2);
  });
  return read;
}

const IGNORED = new Set(["stt", "tt", "thu hang nam truoc", "tang giam", "ghi chu"]);

function columnsOf(titles: string[]): (string | undefined)[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const wanted = bare(title);
    const name = Object.keys(TITLES).find((one) => TITLES[one]?.includes(wanted) && !taken.has(one));
    if (name !== undefined) taken.add(name);
    return name;
  });
}

function lineOf(row: string[], names: (string | undefined)[], codes: (string | undefined)[]) {
  const cells: Record<string, string> = {};
  const totals: Record<string, string> = {};
  row.forEach((cell, place) => {
    const name = names[place];
    const code = codes[place];
    if (name !== undefined) cells[name] = NUMBERS.has(name) ? numberInFile(cell.replace(/%\s*$/, "")) : cell.trim();
    else if (code !== undefined && cell.trim() !== "") totals[code] = numberInFile(cell);
  });
  const empty = Object.fromEntries(Object.keys(TITLES).map((name) => [name, ""]));
  return { ...empty, ...cells, field_totals: totals } as ImportLine & {
    unit_name: string;
    unit_code: string;
    ranking_group: string;
  };
}

/** Without marks, signs and case: `Chỉ số (%)` and `CHỈ SỐ` are one title. */
function bare(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9_]+/g, " ")
    .trim();
}
