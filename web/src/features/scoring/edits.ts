import { typedNumber } from "@/shared/format/numbers";
import type { Problem } from "@/shared/api/problem";
import type { Item, ScoreLine, Scores } from "./keys";
import { keyOf } from "./kept";

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

/** What was typed about one item and what became of it; a side that was not typed is absent. */
export interface Edit {
  score?: string;
  reason?: string;
  state: EditState;
  why?: string;
  present?: Present;
  savedAt?: string;
  /** The version to save upon, where it is another than the item's: after a conflict was decided. */
  version?: number;
}

export type Edits = ReadonlyMap<string, Edit>;

/** Typed into the column of scores to agree that a leaf is not applicable. */
const NOT_APPLICABLE = /^(kad|ka|không áp dụng|khong ap dung|n\/?a)$/i;

export function typed(edits: Edits, key: string, change: { score?: string; reason?: string }): Edits {
  const before = edits.get(key);
  const open = before !== undefined && before.state !== "saved";
  const { score, reason, version } = open ? before : {};
  return new Map(edits).set(key, { score, reason, version, ...change, state: "typed" });
}

/** Whether the agency gave the item anything yet. */
export function isAnswered(item: Item): boolean {
  return item.score !== null || item.not_applicable || item.count !== null;
}

/** The line to save; undefined while there is nothing a service could judge (a reason without a score, an emptied cell). */
export function lineOf(item: Item, edit: Edit): ScoreLine | undefined {
  const given = (edit.score ?? (isAnswered(item) ? scoreText(item) : "")).trim();
  if (given === "") return undefined;
  const line = {
    sheet_id: item.sheet_id,
    item: item.item,
    version: edit.version ?? item.version,
    reason: edit.reason ?? item.reason,
    not_applicable: false,
  };
  if (item.kind === "adjustment") return { ...line, count: typedNumber(given) };
  if (NOT_APPLICABLE.test(given.normalize("NFC"))) return { ...line, not_applicable: true };
  return { ...line, score: typedNumber(given) };
}

/** What stands in the column of scores, as one would type it. */
export function scoreText(item: Pick<Item, "score" | "count" | "not_applicable">): string {
  if (item.not_applicable) return "KAD";
  return (item.score ?? item.count ?? "").replace(".", ",");
}

/** Everything that waits to be saved, as lines with their keys; at most `limit` at a time. */
export function unsaved(
  edits: Edits,
  items: ReadonlyMap<string, Item>,
  limit = 500,
): { keys: string[]; lines: ScoreLine[] } {
  const keys: string[] = [];
  const lines: ScoreLine[] = [];
  for (const [key, edit] of edits) {
    if (edit.state !== "typed" && edit.state !== "waiting") continue;
    const item = items.get(key);
    const line = item && lineOf(item, edit);
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
      const at = kept.get(key)?.scored_at;
      next.set(key, stillTyping ? { ...now, state: "typed", version: undefined } : { state: "saved", savedAt: at });
      continue;
    }
    if (stillTyping) {
      next.set(key, { ...now, state: "typed" });
      continue;
    }
    const why = [problem.detail, ...(problem.errors ?? []).map((fault) => fault.detail)].find(Boolean) ?? problem.title;
    const kind = problem.type.replace(/^\/problems\//, "");
    if (kind === "request/stale") {
      next.set(key, { ...now, state: "conflict", why, present: problem.present as Present });
    } else {
      next.set(key, { ...now, state: kind === "appraisal/reason-missing" ? "reason_due" : "refused", why });
    }
  }
  return next;
}

/** After a conflict: keep the own text (saved upon what stands now) or take what stands. */
export function decided(edits: Edits, key: string, take: "own" | "theirs"): Edits {
  const next = new Map(edits);
  const edit = next.get(key);
  if (edit === undefined) return edits;
  if (take === "theirs") next.delete(key);
  else next.set(key, { ...edit, state: "typed", version: edit.present?.version, present: undefined, why: undefined });
  return next;
}

/** What of the edits has to survive a reload. */
export function draftOf(edits: Edits): [string, { score?: string; reason?: string; version?: number }][] {
  return [...edits]
    .filter(([, edit]) => edit.state !== "saved")
    .map(([key, { score, reason, version }]) => [key, { score, reason, version }]);
}

/** Edits read back after a reload; what was just being sent may have been saved: the versions tell. */
export function restored(draft: ReturnType<typeof draftOf>): Edits {
  return new Map(draft.map(([key, edit]) => [key, { ...edit, state: "typed" as const }]));
}
