import { describe, expect, it } from "vitest";
import { begins, moved } from "./cursor";

const size = { rows: 3, columns: 4 };
const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  ...{ key: name, ctrlKey: false, metaKey: false, altKey: false, keyCode: 0 },
  ...held,
});

describe("moving through the grid", () => {
  it("goes down with Enter and up with Shift+Enter, and stays at the ends", () => {
    expect(moved({ row: 0, column: 2 }, "Enter", false, size)).toEqual({ row: 1, column: 2 });
    expect(moved({ row: 2, column: 2 }, "Enter", false, size)).toEqual({ row: 2, column: 2 });
    expect(moved({ row: 0, column: 2 }, "Enter", true, size)).toEqual({ row: 0, column: 2 });
  });
  it("leaves a line by Tab at its end, but never by an arrow", () => {
    expect(moved({ row: 1, column: 3 }, "Tab", false, size)).toBeUndefined();
    expect(moved({ row: 1, column: 0 }, "Tab", true, size)).toBeUndefined();
    expect(moved({ row: 1, column: 3 }, "ArrowRight", false, size)).toEqual({ row: 1, column: 3 });
  });
  it("knows no other keys, and no way in an empty grid", () => {
    expect(moved({ row: 0, column: 0 }, "a", false, size)).toBeUndefined();
    expect(moved({ row: 0, column: 0 }, "ArrowDown", false, { rows: 0, columns: 4 })).toBeUndefined();
  });
});

describe("beginning a text", () => {
  it("is done by a sign, by AltGr with a sign and by an input method", () => {
    expect(begins(key("7"))).toBe(true);
    expect(begins(key("@", { ctrlKey: true, altKey: true }))).toBe(true);
    expect(begins(key("Process"))).toBe(true);
  });
  it("is not done by a shortcut or a key that writes nothing", () => {
    expect(begins(key("c", { ctrlKey: true }))).toBe(false);
    expect(begins(key("v", { metaKey: true }))).toBe(false);
    expect(begins(key("Enter"))).toBe(false);
  });
});
