import { NetworkLost, ProblemError } from "@/shared/api/problem";
import type { Answer } from "./fields";

/** What a save that did not succeed asks for: wait and try again, sign in, look at what another saved, or correct what was typed. */
export type Failure =
  | { kind: "wait" }
  | { kind: "session" }
  | { kind: "stale"; present: Partial<Answer> & { version: number } }
  | { kind: "refused" };

export function failureOf(fault: unknown): Failure {
  if (fault instanceof NetworkLost) return { kind: "wait" };
  if (!(fault instanceof ProblemError)) return { kind: "refused" };
  if (fault.status === 401) return { kind: "session" };
  if (fault.status === 412) {
    const present = fault.problem.present as (Partial<Answer> & { version: number }) | undefined;
    return present === undefined ? { kind: "refused" } : { kind: "stale", present };
  }
  return fault.status >= 500 || fault.status === 429 || fault.status === 408 ? { kind: "wait" } : { kind: "refused" };
}

/** Milliseconds until the next attempt: 1 s, 2 s, 4 s … half a minute. */
export function pauseBefore(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempt - 1));
}
