/** The first table of an XLSX or CSV file as texts. Raises what the reader raises for a file that is neither. */
export async function readFile(file: File): Promise<string[][]> {
  if (/\.(csv|txt)$/i.test(file.name)) return readCsv(await file.text());
  const { default: readXlsx } = await import("read-excel-file/browser");
  const sheets = await readXlsx(file, { parseNumber: (text) => text });
  return (sheets[0]?.data ?? []).map((row) =>
    row.map((cell) => (cell === null || cell === undefined ? "" : String(cell))),
  );
}

/** RFC 4180, with the separator that its first line has more of: spreadsheets of our users write semicolons. */
export function readCsv(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "");
  const first = plain.slice(0, plain.search(/\r?\n|$/));
  const separator = first.split(";").length > first.split(",").length ? ";" : ",";
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  for (let place = 0; place < plain.length; place += 1) {
    const sign = plain[place] ?? "";
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === separator || sign === "\n") {
      rows.at(-1)?.push(cell);
      cell = "";
      if (sign === "\n") rows.push([]);
    } else if (sign !== "\r") cell += sign;
  }
  rows.at(-1)?.push(cell);
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}
