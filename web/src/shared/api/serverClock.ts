let offsetMs = 0;

/** Learn the server's time from an answer's `Date`, since a computer's own clock may be wrong. */
export function learnTime(response: Response, askedAtMs: number): void {
  const told = Date.parse(response.headers.get("Date") ?? "");
  if (Number.isNaN(told)) return;
  const middle = (askedAtMs + Date.now()) / 2;
  // `Date` has whole seconds: what lies within one is no difference.
  if (Math.abs(told + 500 - middle - offsetMs) > 1500) offsetMs = told + 500 - middle;
}

/** Milliseconds since 1970 by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}
