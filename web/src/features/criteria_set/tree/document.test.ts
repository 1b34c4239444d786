import { expect, test } from "vitest";
import { branchOf, childrenKey, moved, pathOf, textAt, valueAt, withValue, type Document } from "./document";

const set: Document = {
  code: "A",
  fields: [
    { code: "1", criteria: [{ code: "1.1", scoring: { method: "ratio", floor: { score: "0" } } }, { code: "1.2" }] },
  ],
};

test("a place of the service becomes a path into the document", () => {
  expect(pathOf("fields[0].criteria[1].scoring.levels[2].score")).toEqual([
    "fields",
    0,
    "criteria",
    1,
    "scoring",
    "levels",
    2,
    "score",
  ]);
  expect(pathOf('appraisers."Sở A".unit')).toEqual(["appraisers", "Sở A", "unit"]);
  expect(pathOf("")).toEqual([]);
});

test("a value is changed without touching what was there before", () => {
  const after = withValue(set, ["fields", 0, "criteria", 1, "title"], "Mới");
  expect(textAt(after, ["fields", 0, "criteria", 1, "title"])).toBe("Mới");
  expect(valueAt(set, ["fields", 0, "criteria", 1, "title"])).toBeUndefined();
});

test("a value taken away leaves no empty mapping behind, and a list its other members", () => {
  const path = ["fields", 0, "criteria", 0, "scoring", "floor", "score"];
  expect(valueAt(withValue(set, path, undefined), path.slice(0, -1))).toBeUndefined();
  const shorter = withValue(set, ["fields", 0, "criteria", 0], undefined);
  expect(textAt(shorter, ["fields", 0, "criteria", 0, "code"])).toBe("1.2");
});

test("a member moves by one place and never out of its list", () => {
  const path = ["fields", 0, "criteria", 0];
  expect(textAt(moved(set, path, 1), [...path, "code"])).toBe("1.2");
  expect(moved(set, path, -1)).toBe(set);
});

test("a fault deep in a leaf belongs to that leaf, one outside the tree to none", () => {
  expect(branchOf(pathOf("fields[0].criteria[1].sub_criteria[2].scoring.floor"))).toEqual([
    "fields",
    0,
    "criteria",
    1,
    "sub_criteria",
    2,
  ]);
  expect(branchOf(pathOf("grades[0].code"))).toBeNull();
  expect([
    childrenKey(["fields", 0]),
    childrenKey(["fields", 0, "criteria", 1]),
    childrenKey(pathOf("fields[0].criteria[1].sub_criteria[0]")),
  ]).toEqual(["criteria", "sub_criteria", null]);
});
