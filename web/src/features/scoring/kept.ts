import type { Grid, Item, Kept, Mark } from "./keys";

export function keyOf(one: { sheet_id: string; item: string }): string {
  return `${one.sheet_id}/${one.item}`;
}

export function partsOf(key: string): [sheet: string, item: string] {
  const at = key.indexOf("/");
  return [key.slice(0, at), key.slice(at + 1)];
}

/** Items with what the service says stands there now. */
export function withKept(items: Item[], kept: readonly Kept[]): Item[] {
  const by = new Map(kept.map((one) => [keyOf(one), one]));
  return items.map((item) => {
    const now = by.get(keyOf(item));
    if (now === undefined || now.version < item.version) return item;
    const { score, not_applicable, count, reason, difference, differs, version, scored_at } = now;
    return {
      ...item,
      ...{ score, not_applicable, count, reason, difference, differs, version, scored_at },
      reason_due: false,
    };
  });
}

/** The grid with the same, so that its marks are right before it is asked for anew. */
export function withKeptCells(grid: Grid, kept: readonly Kept[]): Grid {
  if (kept.length === 0) return grid;
  const by = new Map(kept.map((one) => [keyOf(one), one]));
  const cells = grid.cells.map((cell) => {
    const sheet = grid.sheets[cell.sheet];
    const leaf = grid.leaves[cell.leaf];
    const now = sheet && leaf && by.get(keyOf({ sheet_id: sheet.sheet_id, item: leaf.item }));
    if (!now) return cell;
    const others = cell.marks.filter((mark) => !["unscored", "differs", "reason_due"].includes(mark));
    const marks: Mark[] = now.differs ? [...others, "differs"] : others;
    return {
      ...cell,
      score: now.score ?? now.count,
      not_applicable: now.not_applicable,
      difference: now.difference,
      marks,
    };
  });
  return { ...grid, cells };
}
