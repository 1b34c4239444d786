import { expect, test } from "vitest";
import type { Opinion } from "./keys";
import { voicesByItem } from "./opinions";

const said = (account_id: string, item: string, agrees: boolean): Opinion => ({
  account_id,
  item,
  agrees,
  holder_name: account_id,
  note: "",
  result_version: 1,
  version: 1,
  given_at: "2026-01-20T02:00:00Z",
});

test("opinions stand by item and by side, and one's own is known", () => {
  const voices = voicesByItem([said("a", "", true), said("b", "", false), said("a", "1.1", true)], "b");
  expect(voices.get("")?.agree.map((one) => one.account_id)).toEqual(["a"]);
  expect(voices.get("")?.object.map((one) => one.account_id)).toEqual(["b"]);
  expect(voices.get("")?.mine?.agrees).toBe(false);
  expect(voices.get("1.1")?.mine).toBeUndefined();
  expect(voices.get("9")).toBeUndefined();
});
