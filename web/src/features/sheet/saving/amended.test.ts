import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ProblemError } from "@/shared/api/problem";
import { Desk } from "./desk";
import type { Draft, DraftKeeper } from "./drafts";
import type { Answer, Body } from "./fields";

const AMENDED = new ProblemError({ type: "/problems/assessment/set-amended", title: "Đã sửa đổi", status: 409 });

/** A service that takes only what was typed by the version of the set that it has. */
class Service {
  present = "old";
  sent: (string | undefined)[] = [];
  send = (item: string, body: Body, version: number, seen: string | undefined): Promise<Answer> => {
    this.sent.push(seen);
    if (seen !== this.present) return Promise.reject(AMENDED);
    return Promise.resolve({ ...body, item, version: version + 1, evidence: [] } as unknown as Answer);
  };
}

const drafts = new Map<string, Draft>();
const drawer: DraftKeeper = {
  keep: (item, draft) => Promise.resolve(void drafts.set(item, draft)),
  drop: (item) => Promise.resolve(void drafts.delete(item)),
  all: () => Promise.resolve([...drafts]),
};
let service: Service;
let shown: string;
const open = () => new Desk({ send: service.send, drafts: drawer, saved: () => undefined, shownSet: () => shown });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  drafts.clear();
  service = new Service();
  shown = "old";
});
afterEach(() => vi.useRealTimers());

it("keeps what was typed by the old version and sends it by the new one only when somebody insists", async () => {
  const desk = open();
  service.present = "new";
  desk.edit("1.1", { option: "co" }, "now");
  await pass(100);
  expect(desk.leaf("1.1")).toMatchObject({ phase: "refused", fields: { option: "co" } });
  shown = "new";
  desk.retry(true);
  await pass(100);
  expect(desk.leaf("1.1").phase).toBe("refused");
  desk.insist();
  await pass(100);
  expect(desk.leaf("1.1").phase).toBe("clean");
  expect(service.sent).toEqual(["old", "old", "new"]);
});

it("typing on after the page shows the new version is typing by the new version", async () => {
  const desk = open();
  desk.edit("1.1", { explanation: "a" });
  shown = service.present = "new";
  desk.edit("1.1", { explanation: "ab" });
  await pass(5000);
  expect(service.sent).toEqual(["new"]);
});

it("remembers over a reload by which version a draft was typed", async () => {
  const desk = open();
  service.present = "new";
  desk.edit("1.1", { option: "co" }, "now");
  await pass(100);
  shown = "new";
  const later = open();
  await later.restore();
  await pass(5000);
  expect(later.leaf("1.1")).toMatchObject({ phase: "refused", fields: { option: "co" } });
  expect(service.sent).toEqual(["old", "old"]);
});
