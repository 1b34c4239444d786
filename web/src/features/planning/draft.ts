import type { components } from "@/api/generated/assessment";
import { instantOf, yearsLater } from "@/shared/format/vietnamTime";
import type { DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import type { Period } from "@/shared/period/usePeriods";

export type PeriodDraft = components["schemas"]["PeriodIn"];

/** A period as the form edits it and the service takes it. */
export function draftOf(period: Period): PeriodDraft {
  return {
    program: period.program,
    year: period.year,
    rehearsal: period.rehearsal,
    criteria_set_ids: period.criteria_sets.map((set) => set.criteria_set_id),
    survey_forms_id: period.survey_forms_id ?? null,
    par_period_id: period.par_period_id ?? null,
    phases: {
      self_assessment: {
        from: period.self_assessment_from,
        to: period.self_assessment_to,
        late_until: period.late_until,
      },
      appraisal: { from: period.appraisal_from, to: period.appraisal_to ?? null },
      clarification: period.clarifications.map((window) => ({ from: window.opens_at, to: window.closes_at })),
    },
    holidays: period.holidays,
    conflict_appraiser: { enabled: period.conflict_enabled, replacements: period.conflict_replacements },
    lock_scope: period.lock_scope,
    clarification_rounds: period.clarification_rounds,
    unit_sees_scores: period.unit_sees_scores,
  };
}

/** The same period a year later: every instant moved, the newest published version of each set, no holidays. */
export function nextYear(period: Period, sets: DocumentVersion[]): PeriodDraft {
  const draft = draftOf(period);
  const { self_assessment, appraisal, clarification } = draft.phases;
  const later = <T extends string | null | undefined>(instant: T) => (instant ? yearsLater(instant, 1) : instant);
  return {
    ...draft,
    year: period.year + 1,
    par_period_id: null,
    criteria_set_ids: period.criteria_sets.map((set) => newestOf(sets, set.code)?.id ?? set.criteria_set_id),
    phases: {
      self_assessment: {
        from: yearsLater(self_assessment.from, 1),
        to: yearsLater(self_assessment.to, 1),
        late_until: later(self_assessment.late_until),
      },
      appraisal: { from: later(appraisal?.from), to: later(appraisal?.to) },
      clarification: clarification?.map(({ from, to }) => ({ from: yearsLater(from, 1), to: yearsLater(to, 1) })),
    },
    holidays: [],
  };
}

/** The usual calendar for a year (practice notes, section 3); every date is there to be changed. */
export function usualDraft(year: number): PeriodDraft {
  return {
    program: "par_index",
    year,
    rehearsal: false,
    criteria_set_ids: [],
    survey_forms_id: null,
    par_period_id: null,
    phases: {
      self_assessment: {
        from: instantOf(`${year}-11-15T08:00:00`),
        to: instantOf(`${year}-12-15T17:00:00`),
        late_until: instantOf(`${year}-12-15T17:00:00`),
      },
      appraisal: { from: instantOf(`${year}-12-16T08:00:00`), to: instantOf(`${year + 1}-01-17T17:00:00`) },
      clarification: [],
    },
    holidays: [],
    conflict_appraiser: { enabled: true, replacements: {} },
    lock_scope: "sign_in",
    clarification_rounds: 0,
    unit_sees_scores: "aggregated",
  };
}

function newestOf(sets: DocumentVersion[], code: string): DocumentVersion | undefined {
  return sets
    .filter((set) => set.code === code && set.status === "published")
    .sort((a, b) => b.version_number - a.version_number)[0];
}

/** Where in the form a fault belongs: `phases.clarification[0].to` or `/phases/clarification/0/to`. The sets are one field. */
export function formPath(place: string): (string | number)[] {
  const path = place
    .replace(/^\//, "")
    .split(/[./[\]]+/)
    .filter((part) => part !== "")
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  if (path[0] === "criteria_sets" || path[0] === "criteria_set_ids") return ["criteria_set_ids"];
  return path;
}
