import { expect, test } from "vitest";
import type { Period } from "@/shared/period/usePeriods";
import { extentOf, spansOf, stateAt } from "./spans";

const period = {
  self_assessment_from: "2026-11-15T01:00:00Z",
  self_assessment_to: "2026-12-15T10:00:00Z",
  late_until: "2026-12-18T10:00:00Z",
  appraisal_from: "2026-12-16T01:00:00Z",
  appraisal_to: "2027-01-17T10:00:00Z",
  clarifications: [{ opens_at: "2027-01-02T01:00:00Z", closes_at: "2027-01-08T10:00:00Z" }],
} as unknown as Period;

test("the parts stand in the order in which they begin", () => {
  expect(spansOf(period).map((span) => span.kind)).toEqual([
    "self_assessment",
    "late",
    "appraisal",
    "clarification",
    "after",
  ]);
});

test("without late sending and without an end of appraisal there are no such parts", () => {
  const plain = { ...period, late_until: period.self_assessment_to, appraisal_to: null, clarifications: [] };
  expect(spansOf(plain).map((span) => [span.kind, span.to])).toEqual([
    ["self_assessment", period.self_assessment_to],
    ["appraisal", null],
  ]);
});

test("a part goes on to its last instant and no longer", () => {
  const [first] = spansOf(period);
  if (first === undefined) throw new Error("no part");
  const end = Date.parse(period.self_assessment_to);
  expect(stateAt(first, end)).toBe("now");
  expect(stateAt(first, end + 1)).toBe("past");
  expect(stateAt(first, Date.parse(period.self_assessment_from) - 1)).toBe("coming");
});

test("the drawing holds every part, and the present only where it is near", () => {
  const spans = spansOf(period);
  const [first, last] = extentOf(spans, Date.parse("2030-01-01T00:00:00Z"));
  expect(first).toBeLessThan(Date.parse(period.self_assessment_from));
  expect(last).toBeGreaterThan(Date.parse("2027-01-17T10:00:00Z"));
  expect(last).toBeLessThan(Date.parse("2027-03-01T00:00:00Z"));
});
