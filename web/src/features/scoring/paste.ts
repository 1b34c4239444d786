/** Rows and columns of what a spreadsheet or a table puts on the clipboard as text; cells with line breaks stand in quotes. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  let begun = false;
  const plain = text.replace(/\r\n?/g, "\n");
  for (let place = 0; place < plain.length; place += 1) {
    const sign = plain[place];
    if (quoted) {
      if (sign === '"' && plain[place + 1] === '"') {
        cell += '"';
        place += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
      continue;
    }
    if (sign === '"' && !begun) {
      quoted = true;
      begun = true;
    } else if (sign === "\t") {
      row.push(cell);
      [cell, begun] = ["", false];
    } else if (sign === "\n") {
      rows.push([...row, cell]);
      [row, cell, begun] = [[], "", false];
    } else {
      cell += sign;
      begun = true;
    }
  }
  if (cell !== "" || row.length > 0 || begun) rows.push([...row, cell]);
  return rows.map((cells) => cells.map((one) => one.trim().normalize("NFC")));
}

export interface Placed {
  row: number;
  column: number;
  text: string;
}

/**
 * Where pasted cells go from a focused cell on; a single value fills the whole selection. What would stand outside the `rows` × `columns`
 * of the grid is counted in `left`.
 */
export function placed(
  cells: string[][],
  at: { row: number; column: number; toRow?: number; toColumn?: number },
  size: { rows: number; columns: number },
): { put: Placed[]; left: number } {
  const one = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  const put: Placed[] = [];
  let left = 0;
  if (one !== undefined) {
    for (let row = at.row; row <= (at.toRow ?? at.row); row += 1) {
      for (let column = at.column; column <= (at.toColumn ?? at.column); column += 1)
        put.push({ row, column, text: one });
    }
    return { put, left };
  }
  cells.forEach((line, down) =>
    line.forEach((text, across) => {
      const [row, column] = [at.row + down, at.column + across];
      if (row < size.rows && column < size.columns) put.push({ row, column, text });
      else left += 1;
    }),
  );
  return { put, left };
}
