import { beforeEach, expect, test } from "vitest";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import { LinkRefused, type Judged, type World } from "./bring";
import { Uploads } from "./uploads";

const PLACE = "sheet/1.1";

/** The platform and its store as a test wants them; what was asked of them is kept. */
class Outside implements World {
  asked: string[] = [];
  faults: unknown[] = [];
  verdicts: string[] = ["accepted"];
  open = 0;
  most = 0;
  hold: Promise<void> | null = null;
  private keys = 0;

  private async come(what: string): Promise<void> {
    this.asked.push(what);
    await this.hold;
    const fault = this.faults.shift();
    if (fault) throw fault;
  }

  announce: World["announce"] = async (file, name, key) => {
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    await this.come(`announce ${name} ${file.size} ${key}`);
    return { id: `id of ${name}`, upload: { url: `u/${key}`, headers: {} } };
  };
  put: World["put"] = async (to, file, sent) => {
    await this.come(`put ${to.url}`);
    sent(file.size);
  };
  judge: World["judge"] = async (id) => {
    await this.come(`judge ${id}`);
    const status = this.verdicts.shift() ?? "accepted";
    if (status !== "waiting") this.open -= 1;
    return { id, name: id.slice(6), media_type: "application/pdf", status, refusal: "Tệp rỗng." } satisfies Judged;
  };
  pause: World["pause"] = async (ms) => void this.asked.push(`pause ${ms}`);
  newKey = () => `k${(this.keys += 1)}`;
}

let outside: Outside;
let uploads: Uploads;
let taken: string[];

beforeEach(() => {
  outside = new Outside();
  uploads = new Uploads();
  taken = [];
  uploads.deliverTo(PLACE, (file) => taken.push(file.name));
});

function give(...names: string[]) {
  uploads.add(
    PLACE,
    outside,
    names.map((name) => ({ file: new File(["12345"], name), name })),
  );
}

function first() {
  const [upload] = uploads.of(PLACE);
  if (upload === undefined) throw new Error("nothing is on its way");
  return upload;
}

async function settled() {
  for (let turn = 0; turn < 500 && uploads.of(PLACE).some((one) => !["refused", "failed"].includes(one.state)); turn++)
    await new Promise((done) => setTimeout(done));
}

test("a file is announced, put, judged, and given to its place", async () => {
  give("a.pdf");
  await settled();
  expect(outside.asked).toEqual(["announce a.pdf 5 k1", "put u/k1", "judge id of a.pdf"]);
  expect([taken, uploads.of(PLACE), uploads.isBusy]).toEqual([["a.pdf"], [], false]);
});

test("after a lost line it goes on from the step that was not done, with longer and longer pauses, and is announced once", async () => {
  const lost = () => new NetworkLost("");
  outside.faults = [lost(), lost(), null, lost(), null, lost(), null];
  give("a.pdf");
  await settled();
  expect(outside.asked.filter((one) => one.startsWith("announce"))).toEqual(Array(3).fill("announce a.pdf 5 k1"));
  expect(outside.asked.filter((one) => one.startsWith("put"))).toHaveLength(2);
  expect(outside.asked.filter((one) => one.startsWith("pause"))).toEqual([
    "pause 1000",
    "pause 2000",
    "pause 4000",
    "pause 8000",
  ]);
  expect(taken).toEqual(["a.pdf"]);
});

test("a link that has ended is replaced by another announcement, but not for ever", async () => {
  outside.faults = [null, new LinkRefused("403")];
  give("a.pdf");
  await settled();
  expect(outside.asked.filter((one) => one.startsWith("announce"))).toEqual([
    "announce a.pdf 5 k1",
    "announce a.pdf 5 k2",
  ]);
  outside.faults = Array(6)
    .fill(null)
    .map((_, turn) => (turn % 2 ? new LinkRefused("403") : null));
  give("b.pdf");
  await settled();
  expect(uploads.of(PLACE)[0]).toMatchObject({ name: "b.pdf", state: "failed" });
});

test("what the service refuses is told and not tried again by itself", async () => {
  const refusal = new ProblemError({ type: "/problems/assessment/evidence-refused", title: "Không nhận", status: 422 });
  outside.faults = [refusal];
  give("a.exe");
  await settled();
  expect(uploads.of(PLACE)[0]).toMatchObject({ state: "failed", fault: refusal });
  expect([outside.asked, taken]).toEqual([["announce a.exe 5 k1"], []]);
  uploads.again(first());
  await settled();
  expect(taken).toEqual(["a.exe"]);
});

test("a file that waits for its verdict is asked for again, and a refused one says why", async () => {
  outside.verdicts = ["waiting", "waiting", "refused"];
  give("a.pdf");
  await settled();
  expect(outside.asked.filter((one) => one.startsWith("judge"))).toHaveLength(3);
  expect(uploads.of(PLACE)[0]).toMatchObject({ state: "refused", refusal: "Tệp rỗng." });
  uploads.drop(first());
  expect([uploads.of(PLACE), taken]).toEqual([[], []]);
});

test("of many files two are on their way at once, and all arrive", async () => {
  const names = Array.from({ length: 7 }, (_, at) => `${at}.pdf`);
  give(...names);
  await settled();
  expect(taken.toSorted()).toEqual(names);
  expect(outside.most).toBe(2);
});

test("a file that was stopped is not given, and makes room for the next", async () => {
  let release = () => {};
  outside.hold = new Promise((done) => (release = done));
  give("a.pdf", "b.pdf", "c.pdf");
  await new Promise((done) => setTimeout(done, 5));
  uploads.drop(first());
  release();
  await settled();
  expect(taken.toSorted()).toEqual(["b.pdf", "c.pdf"]);
  expect(uploads.isBusy).toBe(false);
});

test("a file that the browser cannot read is told at once", async () => {
  const file = new File(["x"], "a.pdf");
  file.slice = () => {
    throw new DOMException("gone", "NotReadableError");
  };
  uploads.add(PLACE, outside, [{ file, name: "a.pdf" }]);
  await settled();
  expect(uploads.of(PLACE)[0]?.fault).toMatchObject({ name: "FileUnreadable" });
  expect(outside.asked).toEqual([]);
});
