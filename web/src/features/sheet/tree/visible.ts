import type { Item, Row } from "@/shared/criteria/set";
import { holds } from "@/shared/format/search";

export interface Shown {
  row: Row;
  /** Whether lines below it can be folded away. */
  hasBelow: boolean;
  key: string;
}

/** The lines of the tree that are seen: items that match with the headings over them, without what is folded away. */
export function visible(
  rows: readonly Row[],
  wanted: string,
  keeps: (item: Item) => boolean,
  folded: ReadonlySet<string>,
): Shown[] {
  const shown: Shown[] = [];
  const filtering = wanted.trim() !== "";
  const matches = (row: Row): boolean => !filtering || holds(`${row.code} ${row.title}`, wanted);
  let above: { row: Row; key: string; matched: boolean }[] = [];
  const given = new Set<string>();
  rows.forEach((row, place) => {
    above = above.slice(0, row.level - 1);
    if (row.item === undefined) {
      above.push({ row, key: keyOf(row, place), matched: filtering && matches(row) });
      return;
    }
    if (!keeps(row.item) || !(matches(row) || above.some((one) => one.matched))) return;
    for (const one of above) {
      if (!given.has(one.key)) shown.push({ row: one.row, hasBelow: true, key: one.key });
      given.add(one.key);
      if (folded.has(one.key) && !filtering) return;
    }
    shown.push({ row, hasBelow: false, key: row.code });
  });
  return shown;
}

function keyOf(row: Row, place: number): string {
  return `heading ${row.code || place}`;
}
