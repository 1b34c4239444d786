import readXlsxFile from "read-excel-file/web-worker";

export const MOST_ROWS = 500;
export const MOST_COLUMNS = 50;

export interface TableOfSheet {
  name: string;
  rows: (string | null)[][];
  isCut: boolean;
}

/** Reading is work of seconds for a large table: it is done beside the page. */
self.onmessage = async ({ data }: MessageEvent<Blob>) => {
  try {
    const sheets = await readXlsxFile(data, { parseNumber: (text) => text, dateFormat: "dd/mm/yyyy" });
    self.postMessage(sheets.map(({ sheet, data: rows }) => table(sheet, rows)));
  } catch {
    self.postMessage(null);
  }
};

function table(name: string, rows: readonly (readonly unknown[])[]): TableOfSheet {
  const isCut = rows.length > MOST_ROWS || rows.some((row) => row.length > MOST_COLUMNS);
  return { name, isCut, rows: rows.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS).map(shown)) };
}

function shown(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10).split("-").reverse().join("/");
  if (typeof cell === "boolean") return cell ? "✓" : "✗";
  return String(cell);
}
