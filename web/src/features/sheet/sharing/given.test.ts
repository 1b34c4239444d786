import { expect, test } from "vitest";
import type { CriteriaSet, Item } from "@/shared/criteria/set";
import { onlyGiven } from "./given";

const item = (code: string) => ({ code }) as Item;
const row = (level: number, code: string, isItem = false) => ({
  level,
  code,
  title: code,
  ...(isItem && { item: item(code) }),
});
const set = {
  items: ["1.1.1", "1.1.2", "1.2", "2.1", "B1"].map(item),
  rows: [
    row(1, "1"),
    row(2, "1.1"),
    row(3, "1.1.1", true),
    row(3, "1.1.2", true),
    row(2, "1.2", true),
    row(1, "2"),
    row(2, "2.1", true),
    row(1, "bonus"),
    row(2, "B1", true),
  ],
} as unknown as CriteriaSet;

const shown = (given: string[] | null) => onlyGiven(set, given).rows.map((one) => one.code);

test("a sub-unit sees its leaves and the headings above them, and no others", () => {
  expect(shown(["1.1.2"])).toEqual(["1", "1.1", "1.1.2"]);
  expect(shown(["1.2", "B1"])).toEqual(["1", "1.2", "bonus", "B1"]);
  expect(onlyGiven(set, ["1.2"]).items.map((one) => one.code)).toEqual(["1.2"]);
});

test("who was given nothing sees nothing, and the unit itself everything", () => {
  expect(shown([])).toEqual([]);
  expect(onlyGiven(set, null)).toBe(set);
});
