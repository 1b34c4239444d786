import { expect, test } from "vitest";
import { cellKey, changesOf, pastedBlock, VALID, withBlock } from "./entry";

const stored = new Map([
  [VALID, { value: 40, version: 1 }],
  [cellKey("Q1", "4"), { value: 12, version: 3 }],
]);

test("only what differs is saved: new numbers apart from corrections", () => {
  const typed = new Map([
    [VALID, "40"],
    [cellKey("Q1", "4"), "13"],
    [cellKey("Q1", "3"), "1.200"],
    [cellKey("Q1", "2"), " "],
  ]);
  expect(changesOf(typed, stored)).toEqual({
    added: [{ key: "Q1|3", value: "1200" }],
    corrected: [{ key: "Q1|4", value: "13", version: 3 }],
  });
});

test("what is no number is passed on for the service to refuse", () => {
  expect(changesOf(new Map([[cellKey("Q2", "1"), "mười"]]), stored).added).toEqual([{ key: "Q2|1", value: "mười" }]);
});

test("a block from a spreadsheet fills the grid from the cell on and never leaves it", () => {
  const grid = [
    ["a", "b"],
    ["c", "d"],
  ];
  const block = pastedBlock("1\t2\t3\r\n4\t5\t6\r\n");
  expect(block).toEqual([
    ["1", "2", "3"],
    ["4", "5", "6"],
  ]);
  expect([...withBlock(new Map(), grid, [0, 1], block)]).toEqual([
    ["b", "1"],
    ["d", "4"],
  ]);
});
