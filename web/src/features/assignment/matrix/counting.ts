import type { components } from "@/api/generated/appraisal";

export type Matrix = components["schemas"]["MatrixOut"];
export type MatrixRow = components["schemas"]["RowOut"];
export type MatrixColumn = components["schemas"]["ColumnOut"];

/** One item on one unit's sheet with who scores it. `replaces`: the set's own agency where another scores in its place. */
export interface ItemOfSheet {
  column: MatrixColumn;
  agency: string | null;
  replaces: string | null;
  gap: boolean;
}

/** Every item of a sheet with its agency, as the picture tells it. */
export function itemsOf(matrix: Matrix, row: MatrixRow): ItemOfSheet[] {
  const columns = matrix.sets.find((set) => set.code === row.set_code)?.columns ?? [];
  const replaced = new Map(row.replaced.map(({ item, appraiser_code }) => [item, appraiser_code]));
  const gaps = new Set(row.gaps);
  return columns.map((column) => {
    const other = replaced.get(column.code);
    const gap = gaps.has(column.code);
    return {
      column,
      agency: gap ? null : (other ?? column.appraiser_code),
      replaces: other === undefined ? null : column.appraiser_code,
      gap,
    };
  });
}

export interface Cell {
  items: number;
  replacing: number;
}

/** Agency → how many items it scores on the sheet, and how many of them in another's place. */
export function countsOf(items: ItemOfSheet[]): Map<string, Cell> {
  const counts = new Map<string, Cell>();
  for (const { agency, replaces } of items) {
    if (agency === null) continue;
    const cell = counts.get(agency) ?? { items: 0, replacing: 0 };
    counts.set(agency, { items: cell.items + 1, replacing: cell.replacing + (replaces === null ? 0 : 1) });
  }
  return counts;
}
