import { expect, test } from "vitest";
import type { DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import type { Period } from "@/shared/period/usePeriods";
import { draftOf, formPath, nextYear } from "./draft";

const period = {
  program: "par_index",
  year: 2025,
  rehearsal: false,
  criteria_sets: [{ criteria_set_id: "old", code: "PAR-SO", fingerprint: "" }],
  self_assessment_from: "2025-11-15T01:00:00Z",
  self_assessment_to: "2025-12-15T10:00:00Z",
  late_until: "2025-12-20T10:00:00Z",
  appraisal_from: "2025-12-21T01:00:00Z",
  appraisal_to: null,
  clarifications: [{ opens_at: "2026-01-02T01:00:00Z", closes_at: "2026-01-08T10:00:00Z" }],
  holidays: ["2026-01-01"],
  conflict_enabled: true,
  conflict_replacements: { SNV: "STP" },
  lock_scope: "writing",
  clarification_rounds: 1,
  unit_sees_scores: "published",
  par_period_id: "last",
} as unknown as Period;

function version(id: string, number: number, status: "draft" | "published"): DocumentVersion {
  return { id, code: "PAR-SO", version_number: number, status } as DocumentVersion;
}

test("next year's period moves every date by a year and takes the newest published set", () => {
  const draft = nextYear(period, [
    version("draft", 3, "draft"),
    version("new", 2, "published"),
    version("old", 1, "published"),
  ]);
  expect(draft.year).toBe(2026);
  expect(draft.criteria_set_ids).toEqual(["new"]);
  expect(draft.phases.self_assessment.to).toBe("2026-12-15T17:00:00+07:00");
  expect(draft.phases.appraisal?.to).toBeNull();
  expect(draft.phases.clarification?.[0]?.to).toBe("2027-01-08T17:00:00+07:00");
  expect(draft.holidays).toEqual([]);
  expect(draft.par_period_id).toBeNull();
  expect(draft.lock_scope).toBe("writing");
});

test("a period that was not touched is sent as it came", () => {
  const draft = draftOf(period);
  expect(draft.phases.self_assessment.late_until).toBe(period.late_until);
  expect(draft.conflict_appraiser).toEqual({ enabled: true, replacements: { SNV: "STP" } });
});

test("a fault finds its field by place and by pointer", () => {
  expect(formPath("phases.clarification[0].to")).toEqual(["phases", "clarification", 0, "to"]);
  expect(formPath("/phases/clarification/0/to")).toEqual(["phases", "clarification", 0, "to"]);
  expect(formPath("criteria_sets[1]")).toEqual(["criteria_set_ids"]);
  expect(formPath("conflict_appraiser.replacements.SNV")).toEqual(["conflict_appraiser", "replacements", "SNV"]);
});
