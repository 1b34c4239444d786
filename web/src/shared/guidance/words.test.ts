import { expect, test } from "vitest";
import { paragraphsOf } from "./words";

const texts = (words: string) => paragraphsOf(words).map((one) => one.map((piece) => piece.text).join(""));

test("blank lines part paragraphs and line ends stay", () => {
  expect(texts("một\nhai\n\n \nba\n")).toEqual(["một\nhai", "ba"]);
  expect(paragraphsOf("  ")).toEqual([]);
});

test("addresses become links without the sign that ends the sentence", () => {
  expect(paragraphsOf("Xem https://a.example.vn/b?c=1. Rồi /results.")[0]).toEqual([
    { kind: "text", text: "Xem " },
    { kind: "link", text: "https://a.example.vn/b?c=1", to: "https://a.example.vn/b?c=1" },
    { kind: "text", text: ". Rồi " },
    { kind: "link", text: "/results", to: "/results" },
    { kind: "text", text: "." },
  ]);
});

test("what is no address stays text, markup too", () => {
  for (const words of ["và/hoặc", "01/03/2025", "javascript:alert(1)", "<script>alert(1)</script>", "50/KH-UBND"]) {
    const pieces = paragraphsOf(words)[0] ?? [];
    expect(pieces.every((piece) => piece.kind === "text")).toBe(true);
    expect(texts(words)).toEqual([words]);
  }
});
