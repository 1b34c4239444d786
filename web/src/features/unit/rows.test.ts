import { expect, test } from "vitest";
import type { Unit } from "@/shared/unit/useUnits";
import { found, treeOf } from "./rows";

function unit(code: string, fields: Partial<Unit> = {}): Unit {
  return {
    code,
    name: code,
    unit_type: "department",
    ranking_group: "department",
    parent_code: null,
    valid_from: null,
    valid_to: null,
    predecessors: [],
    successor_code: null,
    version: 1,
    ...fields,
  };
}

test("units are found without marks, by type and by whether they are still there", () => {
  const units = [
    unit("a", { name: "Sở Tư pháp" }),
    unit("b", { name: "Huyện Thọ Xuân", unit_type: "district", valid_to: "2025-06-30" }),
  ];
  const all = { words: "", state: "all" as const };
  const codes = (filter: Parameters<typeof found>[1]) => found(units, filter, "2025-07-01").map((one) => one.code);
  expect(codes({ ...all, words: "tu phap" })).toEqual(["a"]);
  expect(codes({ ...all, type: "district" })).toEqual(["b"]);
  expect(codes({ ...all, state: "there" })).toEqual(["a"]);
  expect(codes({ ...all, state: "over" })).toEqual(["b"]);
});

test("the last day of a unit is the unit's still", () => {
  expect(found([unit("b", { valid_to: "2025-06-30" })], { words: "", state: "there" }, "2025-06-30")).toHaveLength(1);
});

test("sub-units stand below their unit, and at their type where it is not shown", () => {
  const sub = unit("a1", { unit_type: "sub_unit", parent_code: "a" });
  const [top] = treeOf([unit("a"), sub], (type) => type);
  expect(top?.children?.[0]?.children?.[0]?.unit?.code).toBe("a1");
  expect(treeOf([sub], (type) => type)[0]?.children?.[0]?.unit?.code).toBe("a1");
});
