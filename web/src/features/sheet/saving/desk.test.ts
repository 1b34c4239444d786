import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import { Desk } from "./desk";
import type { Draft, DraftKeeper } from "./drafts";
import { fieldsOf, NOTHING, same, type Answer, type Body } from "./fields";

const ME = "me";
const OTHER = "other";

function answer(item: string, version: number, change: Partial<Answer> = {}): Answer {
  return {
    item,
    option: null,
    numerator: null,
    denominator: null,
    count: null,
    not_applicable: false,
    is_claim: false,
    self_score: null,
    explanation: "",
    evidence: [],
    version,
    saved_at: "2026-11-24T07:00:00Z",
    saved_by: ME,
    saved_by_name: "Tôi",
    warnings: [],
    ...change,
  };
}

/** A service for one sheet: versions, refusals as told, and everything that was sent. */
class Service {
  sent: [string, Body, number][] = [];
  answers = new Map<string, Answer>();
  faults: unknown[] = [];
  waiting: (() => void)[] = [];
  slow = false;

  send = async (item: string, body: Body, version: number): Promise<Answer> => {
    this.sent.push([item, body, version]);
    if (this.slow) await new Promise<void>((go) => this.waiting.push(go));
    const fault = this.faults.shift();
    if (fault !== undefined) throw fault;
    const present = this.answers.get(item);
    if ((present?.version ?? 0) !== version) throw stale(present ?? answer(item, 0));
    return this.write(item, { ...body, evidence: [] });
  };

  write(item: string, change: Partial<Answer>): Answer {
    const before = this.answers.get(item) ?? answer(item, 0);
    const { explanation, option, numerator, denominator, count, not_applicable } = { ...before, ...change };
    const now = { explanation, option, numerator, denominator, count, not_applicable };
    const written = answer(item, before.version + 1, { ...now, saved_by: change.saved_by ?? ME });
    this.answers.set(item, written);
    return written;
  }
}

class Drawer implements DraftKeeper {
  drafts = new Map<string, Draft>();
  keep = async (item: string, draft: Draft): Promise<void> => void this.drafts.set(item, draft);
  drop = async (item: string, saved: Draft["mine"]): Promise<void> => {
    const kept = this.drafts.get(item);
    if (kept && same(kept.mine, saved)) this.drafts.delete(item);
  };
  all = async (): Promise<[string, Draft][]> => [...this.drafts];
}

const stale = (present: Answer): ProblemError =>
  new ProblemError({ type: "/problems/request/stale", title: "Có người đã lưu", status: 412, present });
const problem = (status: number, type = "assessment/not-a-number"): ProblemError =>
  new ProblemError({ type: `/problems/${type}`, title: "Không nhận", status });

let service: Service;
let drawer: Drawer;
let desk: Desk;
const open = (): Desk =>
  new Desk({ send: service.send, drafts: drawer, saved: () => undefined, now: () => Date.now() });
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  service = new Service();
  drawer = new Drawer();
  desk = open();
});
afterEach(() => vi.useRealTimers());

describe("saving by itself", () => {
  it("sends once after a pause in typing, with the newest text", async () => {
    desk.edit("1.1", { explanation: "K" });
    await pass(200);
    desk.edit("1.1", { explanation: "Kế hoạch" });
    expect(desk.leaf("1.1").phase).toBe("dirty");
    await pass(5000);
    expect(service.sent.map(([, body, version]) => [body.explanation, version])).toEqual([["Kế hoạch", 0]]);
    expect(desk.leaf("1.1")).toMatchObject({ phase: "clean", version: 1 });
    expect(drawer.drafts.size).toBe(0);
  });

  it("saves somebody who never pauses after five seconds all the same", async () => {
    for (let count = 0; count < 30; count += 1) {
      desk.edit("1.1", { explanation: "x".repeat(count + 1) });
      await pass(200);
    }
    expect(service.sent.length).toBeGreaterThan(0);
  });

  it("has one save of an item under way, and then sends what was typed meanwhile", async () => {
    service.slow = true;
    desk.edit("1.1", { count: "1" }, "now");
    await pass(1);
    desk.edit("1.1", { count: "12" }, "now");
    await pass(3000);
    expect(service.sent.length).toBe(1);
    expect(desk.leaf("1.1").phase).toBe("saving");
    service.slow = false;
    service.waiting.forEach((go) => go());
    await pass(3000);
    expect(service.sent.map(([, body, version]) => [body.count, version])).toEqual([
      ["1", 0],
      ["12", 1],
    ]);
    expect(desk.leaf("1.1").fields.count).toBe("12");
  });

  it("sends nothing when the text is back as it was", async () => {
    desk.edit("1.1", { explanation: "a" });
    desk.edit("1.1", { explanation: "" });
    await pass(10_000);
    expect(service.sent).toEqual([]);
    expect(desk.unsaved()).toEqual([]);
  });

  it("leaves a number on the screen as it was typed", async () => {
    desk.edit("1.1", { count: "1.260" });
    await pass(2000);
    expect(service.sent[0]?.[1].count).toBe("1260");
    expect(desk.leaf("1.1").fields.count).toBe("1.260");
  });
});

describe("bad luck", () => {
  it("waits out a lost line and then saves, by itself and at once when told", async () => {
    service.faults = [new NetworkLost("down"), problem(503), new NetworkLost("down")];
    desk.edit("1.1", { explanation: "a" }, "now");
    await pass(10);
    expect(desk.leaf("1.1").phase).toBe("waiting");
    expect(drawer.drafts.get("1.1")?.mine.explanation).toBe("a");
    await pass(3500);
    expect(service.sent.length).toBe(3);
    desk.retry();
    await pass(10);
    expect(desk.leaf("1.1").phase).toBe("clean");
  });

  it("finds that a save whose answer was lost had arrived, and writes nothing twice", async () => {
    service.faults = [new NetworkLost("answer lost")];
    const arrived = service.send;
    desk = new Desk({
      send: async (item, body, version) => {
        if (service.faults.length > 0) service.write(item, { ...body, evidence: [] });
        return arrived(item, body, version);
      },
      drafts: drawer,
      saved: () => undefined,
    });
    desk.edit("1.1", { explanation: "a" }, "now");
    await pass(5000);
    expect(service.answers.get("1.1")?.version).toBe(1);
    expect(desk.leaf("1.1")).toMatchObject({ phase: "clean", version: 1 });
  });

  it("keeps what a service refused, with its reason, and tries again when it was corrected", async () => {
    service.faults = [problem(422)];
    desk.edit("1.1", { numerator: "ba" }, "now");
    await pass(60_000);
    expect(desk.leaf("1.1")).toMatchObject({ phase: "refused", fields: { numerator: "ba" } });
    expect(service.sent.length).toBe(1);
    desk.edit("1.1", { numerator: "3" });
    await pass(1000);
    expect(desk.leaf("1.1").phase).toBe("clean");
  });

  it("keeps the text when the session is over, and saves after the next sign-in", async () => {
    service.faults = [problem(401, "auth/no-session")];
    desk.edit("1.1", { explanation: "dài" }, "now");
    await pass(60_000);
    expect([desk.leaf("1.1").phase, service.sent.length]).toEqual(["session", 1]);
    const later = open();
    later.take([], false);
    expect(await later.restore()).toEqual(["1.1"]);
    expect(later.leaf("1.1").restoredAt).toBeDefined();
    await pass(10);
    expect(service.answers.get("1.1")?.explanation).toBe("dài");
    expect(drawer.drafts.size).toBe(0);
  });

  it("forgets a draft that had been saved after all", async () => {
    await drawer.keep("1.1", { base: NOTHING, version: 0, mine: { ...NOTHING, count: "2" }, at: 1 });
    desk.take([answer("1.1", 1, { count: "2" })], false);
    expect(await desk.restore()).toEqual([]);
    await pass(1000);
    expect([service.sent.length, drawer.drafts.size]).toEqual([0, 0]);
  });
});

describe("two people on one item", () => {
  it("merges what they did not both touch, and saves upon the other's version", async () => {
    service.write("1.1", { explanation: "của bạn", saved_by: OTHER });
    desk.edit("1.1", { count: "3" }, "now");
    await pass(1000);
    expect(service.answers.get("1.1")).toMatchObject({ count: "3", explanation: "của bạn", version: 2 });
    expect(desk.leaf("1.1").phase).toBe("clean");
  });

  it("saves nothing before a person has chosen where both changed the text", async () => {
    service.write("1.1", { explanation: "của bạn", saved_by: OTHER });
    desk.edit("1.1", { explanation: "của tôi" }, "now");
    await pass(60_000);
    expect(desk.leaf("1.1")).toMatchObject({ phase: "conflict", fields: { explanation: "của tôi" } });
    expect(service.answers.get("1.1")?.explanation).toBe("của bạn");
    const conflict = desk.leaf("1.1").conflict;
    expect(fieldsOf(conflict?.theirs).explanation).toBe("của bạn");
    desk.settle("1.1", "explanation", { ...NOTHING, explanation: "của tôi\ncủa bạn" });
    await pass(1000);
    expect(service.answers.get("1.1")).toMatchObject({ explanation: "của tôi\ncủa bạn", version: 2 });
  });

  it("asks again after a reload in the midst of a choice", async () => {
    service.write("1.1", { explanation: "của bạn", saved_by: OTHER });
    desk.edit("1.1", { explanation: "của tôi" }, "now");
    await pass(1000);
    const later = open();
    later.take([...service.answers.values()], false);
    await later.restore();
    await pass(1000);
    expect(later.leaf("1.1").phase).toBe("conflict");
    expect(service.answers.get("1.1")?.version).toBe(1);
  });

  it("shows the other's save without a reload, unless I am typing there", async () => {
    desk.take([answer("1.1", 1, { count: "1" }), answer("1.2", 1, { count: "1" })], false);
    desk.edit("1.2", { count: "5" });
    const theirs = { count: "2", saved_by: OTHER, saved_by_name: "Lan" };
    desk.take([answer("1.1", 2, theirs), answer("1.2", 2, theirs)], true);
    expect(desk.leaf("1.1")).toMatchObject({ fields: { count: "2" }, news: { saved_by_name: "Lan" } });
    expect(desk.leaf("1.2")).toMatchObject({ fields: { count: "5" }, phase: "conflict" });
  });

  it("gives the other's text when mine is let go", async () => {
    service.write("1.1", { explanation: "của bạn", saved_by: OTHER });
    desk.edit("1.1", { explanation: "của tôi" }, "now");
    await pass(1000);
    desk.discard("1.1");
    expect(desk.leaf("1.1")).toMatchObject({ phase: "clean", fields: { explanation: "của bạn" }, version: 1 });
    expect(drawer.drafts.size).toBe(0);
  });
});
