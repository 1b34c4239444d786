import { expect, test } from "vitest";
import { instantOf, wallTime, yearsLater } from "./vietnamTime";

test("an instant is shown as clocks in Vietnam show it, whatever the computer's zone", () => {
  expect(wallTime("2026-12-15T10:00:00Z")).toBe("2026-12-15T17:00:00");
  expect(wallTime("2026-12-31T18:30:00Z")).toBe("2027-01-01T01:30:00");
});

test("what was picked is the instant at which clocks in Vietnam show it", () => {
  expect(Date.parse(instantOf("2026-12-15T17:00:00"))).toBe(Date.parse("2026-12-15T10:00:00Z"));
});

test("a year later is the same day and hour in Vietnam", () => {
  expect(wallTime(yearsLater("2025-12-31T18:30:00Z", 1))).toBe("2027-01-01T01:30:00");
  expect(wallTime(yearsLater("2024-02-29T03:00:00+07:00", 1))).toBe("2025-03-01T03:00:00");
});
