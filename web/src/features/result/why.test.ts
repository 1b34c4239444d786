import { expect, test } from "vitest";
import type { Why } from "./keys";
import { itemsOf } from "./why";

const sum = (name: string, items: string[]) => ({ name, items, value: "1", exact: "1", sentence: "" });
const why = {
  totals: [
    sum("appraised_total", ["1.1", "1.2"]),
    sum("survey_total", ["2.1"]),
    sum("bonus", ["B1"]),
    sum("final_score", ["appraised_total", "survey_total"]),
    sum("index_percent", ["final_score"]),
  ],
  fields: [{ code: "1", title: "", value: "", max_score: "", items: ["1.1", "1.2"] }],
  items: [{}, {}, {}, {}],
} as unknown as Why;

test("a sum of sums leads down to its items", () => {
  expect([...(itemsOf(why, "index_percent") ?? [])]).toEqual(["1.1", "1.2", "2.1"]);
  expect([...(itemsOf(why, "bonus") ?? [])]).toEqual(["B1"]);
});

test("a field leads to its own leaves", () => {
  expect([...(itemsOf(why, "field:1") ?? [])]).toEqual(["1.1", "1.2"]);
});

test("what names no items shows all of them", () => {
  expect(itemsOf(why, "rank")).toBeNull();
  expect(itemsOf(why, "field:9")).toBeNull();
  expect(itemsOf(why, "")).toBeNull();
});
