import type { CriteriaSet } from "@/shared/criteria/set";

/** The set as a sub-unit works with it: the items it was given, and the headings above them. `null`: the whole set. */
export function onlyGiven(set: CriteriaSet, given: readonly string[] | null): CriteriaSet {
  if (given === null) return set;
  const kept = new Set(given);
  const rows: CriteriaSet["rows"] = [];
  let level = 0;
  // From below, so that a heading is met after what stands under it.
  for (const row of set.rows.toReversed()) {
    const isGiven = row.item !== undefined && kept.has(row.item.code);
    const leads = row.item === undefined && row.level < level;
    if (isGiven || leads) {
      rows.push(row);
      level = row.level;
    }
  }
  return { ...set, items: set.items.filter((item) => kept.has(item.code)), rows: rows.reverse() };
}
