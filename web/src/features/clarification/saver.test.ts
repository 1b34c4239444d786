import { beforeEach, expect, test, vi } from "vitest";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import { AnswerSaver, type Draft, type Given } from "./saver";
import type { Answer } from "./useClarifications";

const SAVED_AT = "2026-12-01T00:00:00Z";

function anAnswer(text: string, version: number): Answer {
  const by = { saved_by: "8f3b0000-0000-7000-8000-000000000000", saved_by_name: "Lan" };
  return { text, evidence: [], version, saved_at: SAVED_AT, sent_at: null, ...by };
}

class World {
  sent: [Given, number][] = [];
  draft: Draft | null = null;
  answers: (() => Promise<Answer>)[] = [];
  saver: AnswerSaver;

  constructor(answer: Answer | null) {
    this.saver = new AnswerSaver(answer, {
      send: (given, version) => {
        this.sent.push([given, version]);
        return (this.answers.shift() ?? (() => Promise.resolve(anAnswer(given.text, version + 1))))();
      },
      keep: (draft) => {
        this.draft = draft;
        return Promise.resolve();
      },
      drop: () => {
        this.draft = null;
        return Promise.resolve();
      },
      saved: () => undefined,
    });
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});

test("what is typed is kept at once, saved after a pause, and then kept no longer", async () => {
  const world = new World(null);
  world.saver.edit({ text: "Kế" });
  world.saver.edit({ text: "Kế hoạch" });
  expect(world.draft).toMatchObject({ text: "Kế hoạch", version: 0 });
  await vi.advanceTimersByTimeAsync(800);
  expect(world.sent.map(([given, version]) => [given.text, version])).toEqual([["Kế hoạch", 0]]);
  expect(world.saver.now()).toMatchObject({ phase: "clean", version: 1, savedAt: SAVED_AT });
  expect(world.draft).toBeNull();
});

test("what is typed while a save is under way is saved after it upon its version", async () => {
  const world = new World(anAnswer("một", 4));
  let answered: (answer: Answer) => void = () => undefined;
  world.answers.push(() => new Promise((done) => (answered = done)));
  world.saver.edit({ text: "hai" });
  await vi.advanceTimersByTimeAsync(800);
  world.saver.edit({ text: "ba" });
  answered(anAnswer("hai", 5));
  await vi.advanceTimersByTimeAsync(800);
  expect(world.sent.map(([given, version]) => [given.text, version])).toEqual([
    ["hai", 4],
    ["ba", 5],
  ]);
  expect(world.saver.now().phase).toBe("clean");
});

test("a lost line is waited out, and the text stays in the browser meanwhile", async () => {
  const world = new World(null);
  world.answers.push(() => Promise.reject(new NetworkLost("away")));
  world.saver.edit({ text: "Xin giải trình" });
  await vi.advanceTimersByTimeAsync(800);
  expect(world.saver.now().phase).toBe("waiting");
  expect(world.draft).toMatchObject({ text: "Xin giải trình" });
  await vi.advanceTimersByTimeAsync(5000);
  expect(world.saver.now().phase).toBe("clean");
});

test("another's answer is shown beside mine, and either may be kept", async () => {
  const stale = (present: Answer) => () =>
    Promise.reject(new ProblemError({ type: "/problems/request/stale", title: "Đã được sửa", status: 412, present }));
  const world = new World(anAnswer("một", 1));
  world.answers.push(stale(anAnswer("của Lan", 2)));
  world.saver.edit({ text: "của tôi" });
  await vi.advanceTimersByTimeAsync(800);
  expect(world.saver.now()).toMatchObject({ phase: "conflict", given: { text: "của tôi" } });
  expect(world.saver.now().theirs?.text).toBe("của Lan");
  world.saver.choose("mine");
  await vi.advanceTimersByTimeAsync(10);
  expect(world.sent.at(-1)).toMatchObject([{ text: "của tôi" }, 2]);
  world.answers.push(stale(anAnswer("lại của Lan", 9)));
  world.saver.edit({ text: "nữa" });
  await vi.advanceTimersByTimeAsync(800);
  world.saver.choose("theirs");
  expect(world.saver.now()).toMatchObject({ phase: "clean", version: 9, given: { text: "lại của Lan" } });
  expect(world.draft).toBeNull();
});

test("a save whose answer was lost is no conflict with oneself", async () => {
  const world = new World(null);
  const lost = { type: "/problems/request/stale", title: "", status: 412, present: anAnswer("Xin giải trình", 1) };
  world.answers.push(() => Promise.reject(new ProblemError(lost)));
  world.saver.edit({ text: "Xin giải trình" });
  await vi.advanceTimersByTimeAsync(800);
  expect(world.saver.now()).toMatchObject({ phase: "clean", version: 1 });
});

test("a text that came back from the browser is saved upon what it was typed on", async () => {
  const world = new World(anAnswer("một", 3));
  world.saver.restore({ text: "gõ dở", files: [], version: 2 });
  await vi.advanceTimersByTimeAsync(10);
  expect(world.sent).toMatchObject([[{ text: "gõ dở" }, 2]]);
});

test("nothing typed into an empty answer is nothing to save", async () => {
  const world = new World(null);
  world.saver.edit({ text: "a" });
  world.saver.edit({ text: " " });
  await vi.advanceTimersByTimeAsync(800);
  expect(world.sent).toEqual([]);
  expect(world.saver.now().phase).toBe("clean");
});
