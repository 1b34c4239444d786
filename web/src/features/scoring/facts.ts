import { byName, holds } from "@/shared/format/search";
import type { Grid, GridCell, GridLeaf, GridSheet, Mark } from "./keys";
import { keyOf } from "./kept";

/** What people may look for; each is a fact that the service says of a cell. */
export const FILTERS = ["unscored", "differs", "no_evidence", "late", "claimed", "asked"] as const satisfies Mark[];

export interface Filter {
  only: Mark | "";
  group: string;
  member: string;
  find: string;
}

/** Cells by sheet and item. */
export function cellsByKey(grid: Grid): Map<string, GridCell> {
  const found = new Map<string, GridCell>();
  for (const cell of grid.cells) {
    const sheet = grid.sheets[cell.sheet];
    const leaf = grid.leaves[cell.leaf];
    if (sheet && leaf) found.set(keyOf({ sheet_id: sheet.sheet_id, item: leaf.item }), cell);
  }
  return found;
}

export function passes(cell: GridCell, sheet: GridSheet, filter: Filter): boolean {
  return (
    (filter.only === "" || cell.marks.includes(filter.only)) &&
    (filter.group === "" || sheet.ranking_group === filter.group) &&
    (filter.member === "" || cell.assigned_to.length === 0 || cell.assigned_to.includes(filter.member)) &&
    (filter.find === "" || holds(sheet.unit_name, filter.find))
  );
}

export interface Count {
  all: number;
  unscored: number;
}

/** How many cells each leaf (or each sheet) has, and how many of them have no score, by its place in the grid. */
export function counts(grid: Grid, of: "leaf" | "sheet"): Count[] {
  const found = grid[of === "leaf" ? "leaves" : "sheets"].map(() => ({ all: 0, unscored: 0 }));
  for (const cell of grid.cells) {
    const count = found[cell[of]];
    if (count === undefined) continue;
    count.all += 1;
    if (cell.marks.includes("unscored")) count.unscored += 1;
  }
  return found;
}

export function sheetsByName(grid: Grid): GridSheet[] {
  return [...grid.sheets].sort((a, b) => byName(a.unit_name, b.unit_name));
}

export function leafTitle(leaf: Pick<GridLeaf, "item" | "title">): string {
  return `${leaf.item}. ${leaf.title}`;
}

export function groupsOf(grid: Grid): string[] {
  return [...new Set(grid.sheets.map((sheet) => sheet.ranking_group))].sort(byName);
}
