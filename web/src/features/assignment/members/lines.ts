import type { components } from "@/api/generated/appraisal";

export type Line = components["schemas"]["MemberLineIn"];

/** Nothing chosen means everything. */
export function chosen(values: string[]): string[] | null {
  return values.length === 0 ? null : values;
}

/** Give every line of one member to another; a line the other has already is not doubled. */
export function handOver(lines: Line[], from: string, to: string): Line[] {
  const seen = new Set<string>();
  return lines
    .map((line) => (line.account_id === from ? { ...line, account_id: to } : line))
    .filter((line) => {
      const key = keyOf(line);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

export function same(a: Line[], b: Line[]): boolean {
  return a.length === b.length && a.every((line, place) => keyOf(line) === keyOf(b[place] as Line));
}

function keyOf({ account_id, sheets, items }: Line): string {
  return JSON.stringify([account_id, sheets ? [...sheets].sort() : null, items ? [...items].sort() : null]);
}
