import type { PeriodAct } from "./usePeriodHistory";

// What every change touches, and what is told elsewhere.
const PASSED_OVER = new Set(["version", "clock_version", "status", "sheets"]);

/** Names of what an act changed against the state before it; nothing for the first. */
export function changedBy(act: PeriodAct, before: PeriodAct | undefined): string[] {
  if (before === undefined) return [];
  const now = act.state as Record<string, unknown>;
  const then = before.state as Record<string, unknown>;
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(
    (key) => !PASSED_OVER.has(key) && JSON.stringify(then[key]) !== JSON.stringify(now[key]),
  );
}
