import { expect, test } from "vitest";
import { chosen, handOver, same } from "./lines";

const all = { sheets: null, items: null };

test("an empty choice means everything", () => {
  expect(chosen([])).toBeNull();
  expect(chosen(["1.1"])).toEqual(["1.1"]);
});

test("handing over moves every line of the member and leaves the others", () => {
  const lines = [
    { account_id: "a", sheets: ["s1"], items: null },
    { account_id: "b", sheets: ["s2"], items: null },
    { account_id: "a", sheets: null, items: ["1.1"] },
  ];
  expect(handOver(lines, "a", "c").map((line) => line.account_id)).toEqual(["c", "b", "c"]);
});

test("handing over does not double a line the other has", () => {
  expect(
    handOver(
      [
        { account_id: "a", ...all },
        { account_id: "b", ...all },
      ],
      "a",
      "b",
    ),
  ).toEqual([{ account_id: "b", ...all }]);
});

test("the order of chosen units makes no difference", () => {
  expect(
    same(
      [{ account_id: "a", sheets: ["x", "y"], items: null }],
      [{ account_id: "a", sheets: ["y", "x"], items: null }],
    ),
  ).toBe(true);
});
