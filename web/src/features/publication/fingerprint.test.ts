import { expect, test } from "vitest";
import { fingerprintIn, grouped } from "./fingerprint";

const PRINT = "0123456789abcdef".repeat(4);

test("blanks, capitals and a whole address around a fingerprint do no harm", () => {
  expect(fingerprintIn(PRINT)).toBe(PRINT);
  expect(fingerprintIn(grouped(PRINT).toUpperCase())).toBe(PRINT);
  expect(fingerprintIn(`https://chamdiem.example/kiem-tra/${PRINT}`)).toBe(PRINT);
});

test("what is no fingerprint is passed on for the service to refuse", () => {
  expect(fingerprintIn(" 12 ab ")).toBe("12ab");
});
