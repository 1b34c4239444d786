import { holds } from "@/shared/format/search";
import type { Unit } from "@/shared/unit/useUnits";

export interface UnitFilter {
  words: string;
  type?: string | undefined;
  group?: string | undefined;
  state: "there" | "over" | "all";
}

export interface UnitRow {
  key: string;
  unit: Unit | null;
  /** Of a heading: what stands there. */
  title: string;
  children?: UnitRow[];
}

/** The units that are looked for. `today` is the server's day, `2026-12-15`. */
export function found(units: Unit[], filter: UnitFilter, today: string): Unit[] {
  return units.filter((unit) => {
    const over = unit.valid_to !== null && unit.valid_to < today;
    return (
      (filter.state === "all" || (filter.state === "over") === over) &&
      (filter.type === undefined || unit.unit_type === filter.type) &&
      (filter.group === undefined || unit.ranking_group === filter.group) &&
      (filter.words.trim() === "" || holds(`${unit.name} ${unit.code}`, filter.words))
    );
  });
}

/** Types, below them the units, below them their sub-units; a unit whose parent is not shown stands at its type. */
export function treeOf(units: Unit[], typeTitle: (type: string) => string): UnitRow[] {
  const rows = new Map(units.map((unit) => [unit.code, rowOf(unit)]));
  const tops = new Map<string, UnitRow[]>();
  for (const row of rows.values()) {
    const { unit } = row;
    if (unit === null) continue;
    const parent = unit.parent_code === null ? undefined : rows.get(unit.parent_code);
    if (parent !== undefined) (parent.children ??= []).push(row);
    else tops.set(unit.unit_type, [...(tops.get(unit.unit_type) ?? []), row]);
  }
  return [...tops].map(([type, children]) => ({ key: `type:${type}`, unit: null, title: typeTitle(type), children }));
}

export function rowOf(unit: Unit): UnitRow {
  return { key: unit.code, unit, title: unit.name };
}
