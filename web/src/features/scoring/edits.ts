import { typedNumber } from "@/shared/format/numbers";
import type { Problem } from "@/shared/api/problem";
import type { Item, ScoreLine, Scores } from "./keys";
import { keyOf, partsOf } from "./kept";

/** `typed`: to be saved; `waiting`: no line or the session is over; `reason_due`: the service asks why the scores differ. */
export type EditState = "typed" | "saving" | "waiting" | "saved" | "refused" | "reason_due" | "conflict";

/** What stands there by somebody else's hand. */
export interface Present {
  version: number;
  score?: string | null;
  not_applicable?: boolean;
  count?: number | string | null;
  reason?: string;
}

/** What stood there when one began to type: all that saving needs, wherever the item itself is shown. */
export interface Base {
  kind: Item["kind"];
  version: number;
  /** As one would have typed it; '' where the agency gave nothing yet. */
  text: string;
  reason: string;
}

/** What was typed about one item and what became of it; a side that was not typed is absent. */
export interface Edit {
  score?: string;
  reason?: string;
  base: Base;
  state: EditState;
  why?: string;
  present?: Present;
  savedAt?: string;
}

export type Edits = ReadonlyMap<string, Edit>;

/** Typed into the column of scores to agree that a leaf is not applicable. */
const NOT_APPLICABLE = /^(kad|ka|không áp dụng|khong ap dung|n\/?a)$/i;

export function baseOf(item: Item): Base {
  return { kind: item.kind, version: item.version, text: isAnswered(item) ? scoreText(item) : "", reason: item.reason };
}

export function typed(edits: Edits, item: Item, change: { score?: string; reason?: string }): Edits {
  const before = edits.get(keyOf(item));
  if (before === undefined || before.state === "saved")
    return new Map(edits).set(keyOf(item), { ...change, base: baseOf(item), state: "typed" });
  const { score, reason, base } = before;
  return new Map(edits).set(keyOf(item), { score, reason, base, ...change, state: "typed" });
}

/** Whether the agency gave the item anything yet. */
export function isAnswered(item: Item): boolean {
  return item.score !== null || item.not_applicable || item.count !== null;
}

/** The line to save; undefined while there is nothing a service could judge (a reason without a score, an emptied cell). */
export function lineOf(
  key: string,
  { score, reason, base }: Pick<Edit, "score" | "reason" | "base">,
): ScoreLine | undefined {
  const given = (score ?? base.text).trim();
  if (given === "") return undefined;
  const [sheet_id = "", item = ""] = partsOf(key);
  const line = { sheet_id, item, version: base.version, reason: reason ?? base.reason, not_applicable: false };
  if (base.kind === "adjustment") return { ...line, count: typedNumber(given) };
  if (NOT_APPLICABLE.test(given.normalize("NFC"))) return { ...line, not_applicable: true };
  return { ...line, score: typedNumber(given) };
}

/** What stands in the column of scores, as one would type it. */
export function scoreText(item: Pick<Item, "score" | "count" | "not_applicable">): string {
  if (item.not_applicable) return "KAD";
  return (item.score ?? item.count ?? "").replace(".", ",");
}

/** Everything that waits to be saved, as lines with their keys; at most `limit` at a time. */
export function unsaved(edits: Edits, limit = 500): { keys: string[]; lines: ScoreLine[] } {
  const keys: string[] = [];
  const lines: ScoreLine[] = [];
  for (const [key, edit] of edits) {
    if (edit.state !== "typed" && edit.state !== "waiting") continue;
    const line = lineOf(key, edit);
    if (line === undefined) continue;
    keys.push(key);
    lines.push(line);
    if (keys.length === limit) break;
  }
  return { keys, lines };
}

export function marked(edits: Edits, keys: readonly string[], state: EditState): Edits {
  const next = new Map(edits);
  for (const key of keys) {
    const edit = next.get(key);
    if (edit) next.set(key, { ...edit, state });
  }
  return next;
}

/**
 * The edits once the service has answered. `sent` holds them as they were sent: what was typed meanwhile stays to be saved,
 * upon the version that stands now.
 */
export function answered(edits: Edits, sent: Edits, keys: readonly string[], answer: Scores): Edits {
  const next = new Map(edits);
  const refused = new Map(
    (answer.refused ?? []).map((one) => [keys[one.index] ?? "", one.problem as unknown as Problem]),
  );
  const kept = new Map((answer.kept ?? []).map((one) => [keyOf(one), one]));
  for (const key of keys) {
    const now = next.get(key);
    if (now === undefined) continue;
    const stillTyping = now !== sent.get(key);
    const problem = refused.get(key);
    if (problem === undefined) {
      const stands = kept.get(key);
      const base = stands
        ? { ...now.base, version: stands.version, text: scoreText(stands), reason: stands.reason }
        : now.base;
      next.set(
        key,
        stillTyping ? { ...now, base, state: "typed" } : { base, state: "saved", savedAt: stands?.scored_at },
      );
      continue;
    }
    if (stillTyping) {
      next.set(key, { ...now, state: "typed" });
      continue;
    }
    const why = [problem.detail, ...(problem.errors ?? []).map((fault) => fault.detail)].find(Boolean) ?? problem.title;
    const kind = problem.type.replace(/^\/problems\//, "");
    if (kind === "request/stale") {
      const present = problem.present as Present;
      // What was typed stands there already: it was saved, and only the answer got lost.
      if (isSame(key, now, present)) next.set(key, { base: now.base, state: "saved" });
      else next.set(key, { ...now, state: "conflict", why, present });
    } else {
      next.set(key, { ...now, state: kind === "appraisal/reason-missing" ? "reason_due" : "refused", why });
    }
  }
  return next;
}

function isSame(key: string, edit: Edit, present: Present): boolean {
  const line = lineOf(key, edit);
  const same = (one: unknown, other: unknown) =>
    Number(one ?? NaN) === Number(other ?? NaN) || (one == null && other == null);
  return (
    line !== undefined &&
    same(line.score, present.score) &&
    same(line.count, present.count) &&
    (line.not_applicable ?? false) === (present.not_applicable ?? false) &&
    (line.reason ?? "").trim() === (present.reason ?? "").trim()
  );
}

/** After a conflict: keep the own text (saved upon what stands now) or take what stands. */
export function decided(edits: Edits, key: string, take: "own" | "theirs"): Edits {
  const next = new Map(edits);
  const edit = next.get(key);
  if (edit === undefined) return edits;
  const { score, reason, base, present } = edit;
  if (take === "theirs") next.delete(key);
  else next.set(key, { score, reason, base: { ...base, version: present?.version ?? base.version }, state: "typed" });
  return next;
}

export type Draft = [string, { score?: string; reason?: string; base: Base }][];

/** What of the edits has to survive a reload. */
export function draftOf(edits: Edits): Draft {
  return [...edits]
    .filter(([, edit]) => edit.state !== "saved")
    .map(([key, { score, reason, base }]) => [key, { score, reason, base }]);
}

/** Edits read back after a reload; what was just being sent may have been saved: the versions tell. */
export function restored(draft: Draft): Edits {
  // Drafts of an earlier release know no base and cannot be saved.
  const known = draft.filter(([, edit]) => (edit as Partial<Edit>).base !== undefined);
  return new Map(known.map(([key, edit]) => [key, { ...edit, state: "typed" as const }]));
}
