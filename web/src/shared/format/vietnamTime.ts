const HOURS_AHEAD_MS = 7 * 3_600_000;

/** `2026-12-15T17:00:00`: what clocks in Vietnam show at an instant. Vietnam has one zone and no summer time. */
export function wallTime(instant: string): string {
  return new Date(Date.parse(instant) + HOURS_AHEAD_MS).toISOString().slice(0, 19);
}

/** The instant at which clocks in Vietnam show `2026-12-15T17:00:00`. */
export function instantOf(wall: string): string {
  return `${wall.slice(0, 19)}+07:00`;
}

/** The same day and hour so many years later; 29 February becomes 1 March. */
export function yearsLater(instant: string, years: number): string {
  const at = new Date(Date.parse(instant) + HOURS_AHEAD_MS);
  at.setUTCFullYear(at.getUTCFullYear() + years);
  return instantOf(at.toISOString());
}
