import { describe, expect, it } from "vitest";
import { toDeclare, touchOf } from "./touched";
import type { SheetAmendment } from "./useSheetAmendments";

const item = (code: string, declared_anew: boolean) => ({ code, title: code, attributes: [], declared_anew });
const amendment = {
  items: {
    added: [item("1.3", true), item("1.4", false)],
    changed: [item("1.1", true), item("1.2", false), item("2.1", true)],
    removed: [item("9", false)],
  },
  emptied: ["1.1"],
  rescored: ["1.2"],
  gone: ["9"],
  restored: [],
} as unknown as SheetAmendment;

describe("what an amending decision did to a sheet", () => {
  it("names what has to be declared, changed items before new ones", () => {
    expect(toDeclare(amendment)).toEqual(["1.1", "2.1", "1.3"]);
  });
  it("tells of an item the gravest thing", () => {
    const told = ["1.1", "1.2", "2.1", "1.3", "1.4", "5"].map((code) => touchOf(amendment, code));
    expect(told).toEqual(["emptied", "rescored", "declared_anew", "added", "added", undefined]);
  });
});
