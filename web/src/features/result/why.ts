import type { Why } from "./keys";

/** The items that a number is summed from, through the sums between; null where it names no items, and all are to be seen. */
export function itemsOf(why: Why, of: string): Set<string> | null {
  if (of.startsWith("field:")) {
    const field = why.fields.find((one) => one.code === of.slice("field:".length));
    return field === undefined ? null : new Set(field.items);
  }
  const sums = new Map(why.totals.map((total) => [total.name, total.items]));
  const named = sums.get(of);
  if (named === undefined) return null;
  const found = new Set<string>();
  const take = (names: string[]) => {
    for (const name of names) {
      const below = sums.get(name);
      if (below === undefined) found.add(name);
      else take(below);
    }
  };
  take(named);
  return found.size === why.items.length ? null : found;
}
