import { describe, expect, it } from "vitest";
import { answered, baseOf, decided, draftOf, lineOf, marked, restored, typed, unsaved, type Edits } from "./edits";
import type { Item, Scores } from "./keys";
import { keyOf, withKept } from "./kept";

const item: Item = {
  sheet_id: "s1",
  item: "1.1",
  kind: "leaf",
  score: null,
  count: null,
  not_applicable: false,
  reason: "",
  version: 0,
  is_claim: false,
} as Item;
const key = keyOf(item);
const base = baseOf(item);
const none: Edits = new Map();

function after(edits: Edits, answer: Partial<Scores>): Edits {
  const sending = marked(edits, [key], "saving");
  return answered(sending, sending, [key], { saved: 0, refused: [], kept: [], ...answer } as Scores);
}
function refused(type: string, more: object = {}): Partial<Scores> {
  const problem = { type: `/problems/${type}`, title: "Tên", status: 422, detail: "Làm thế này.", ...more };
  return { refused: [{ index: 0, column: "score", problem }] };
}

describe("what is sent", () => {
  it("is the typed number as services take it, upon the version that was seen", () => {
    expect(lineOf(key, { score: "1,25", base })).toMatchObject({ score: "1.25", version: 0, reason: "" });
  });
  it("is a count for an adjustment, and an agreement for KAD", () => {
    expect(lineOf(key, { score: "3", base: { ...base, kind: "adjustment" } })).toMatchObject({ count: "3" });
    const agreed = lineOf(key, { score: "kad", base });
    expect(agreed).toMatchObject({ not_applicable: true });
    expect(agreed).not.toHaveProperty("score");
  });
  it("is nothing while only a reason was typed about an unscored item, or the cell was emptied", () => {
    expect(unsaved(typed(none, item, { reason: "Thiếu" })).lines).toEqual([]);
    expect(unsaved(typed(none, item, { score: " " })).lines).toEqual([]);
  });
  it("keeps the score where only the reason of a scored item changes", () => {
    const scored = { ...item, score: "1.5", version: 2 };
    expect(lineOf(key, { reason: "Rõ hơn", base: baseOf(scored) })).toMatchObject({
      score: "1.5",
      reason: "Rõ hơn",
      version: 2,
    });
  });
});

describe("what becomes of it", () => {
  const one = typed(none, item, { score: "1" });
  it("is saved, and forgotten as a draft", () => {
    const kept = { sheet_id: "s1", item: "1.1", score: "1", version: 1, scored_at: "2026-01-01T00:00:00Z" };
    const saved = after(one, { saved: 1, kept: [kept as never] });
    expect(saved.get(key)).toMatchObject({ state: "saved", savedAt: "2026-01-01T00:00:00Z" });
    expect(draftOf(saved)).toEqual([]);
  });
  it("asks for a reason exactly where the service says that one is due", () => {
    expect(after(one, refused("appraisal/reason-missing")).get(key)?.state).toBe("reason_due");
    expect(after(one, refused("appraisal/out-of-range")).get(key)).toMatchObject({
      state: "refused",
      why: "Làm thế này.",
    });
  });
  it("is a conflict with the other's value, and the own text can be saved upon it", () => {
    const present = { version: 4, score: "2", reason: "Của người khác" };
    const met = after(one, refused("request/stale", { present }));
    expect(met.get(key)).toMatchObject({ state: "conflict", score: "1", present });
    expect(decided(met, key, "theirs").has(key)).toBe(false);
    const own = decided(met, key, "own");
    expect(unsaved(own).lines).toMatchObject([{ score: "1", version: 4 }]);
  });
  it("stays to be saved where one typed on while it was being saved", () => {
    const sent = marked(one, [key], "saving");
    const typedOn = typed(sent, item, { score: "1,5" });
    const done = answered(typedOn, sent, [key], { saved: 1, kept: [], refused: [] } as unknown as Scores);
    expect(done.get(key)).toMatchObject({ state: "typed", score: "1,5" });
  });
  it("is no conflict where what stands is what was typed: only the answer got lost", () => {
    const present = { version: 1, score: "1.00", count: null, not_applicable: false, reason: "" };
    expect(after(one, refused("request/stale", { present })).get(key)?.state).toBe("saved");
  });
  it("is saved upon the version that the first of two quick savings made", () => {
    const sent = marked(one, [key], "saving");
    const kept = { ...item, score: "1", version: 1, scored_at: "2026-01-01T00:00:00Z" };
    const answer = { saved: 1, kept: [kept], refused: [] } as unknown as Scores;
    const typedOn = answered(typed(sent, item, { score: "2" }), sent, [key], answer);
    expect(unsaved(typedOn).lines).toMatchObject([{ score: "2", version: 1 }]);
  });
  it("survives a reload with the text of every state that is not saved", () => {
    const lost = marked(one, [key], "waiting");
    expect(restored(draftOf(lost)).get(key)).toMatchObject({ score: "1", state: "typed" });
  });
});

it("an older answer never replaces what is known to be newer", () => {
  const newer = { ...item, version: 3, score: "2" };
  expect(withKept([newer], [{ ...newer, version: 2, score: "1" } as never])[0]?.score).toBe("2");
});
