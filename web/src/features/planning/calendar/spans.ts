import type { Period } from "@/shared/period/usePeriods";

/** One dated part of a period; `to` is null where it has no end. `kind` names its words, `round` which clarification it is. */
export interface Span {
  kind: "self_assessment" | "late" | "appraisal" | "clarification" | "after";
  from: string;
  to: string | null;
  round?: number;
}

/** The dated parts of a period in the order in which they begin. */
export function spansOf(period: Period): Span[] {
  const spans: Span[] = [{ kind: "self_assessment", from: period.self_assessment_from, to: period.self_assessment_to }];
  if (Date.parse(period.late_until) > Date.parse(period.self_assessment_to)) {
    spans.push({ kind: "late", from: period.self_assessment_to, to: period.late_until });
  }
  spans.push({ kind: "appraisal", from: period.appraisal_from, to: period.appraisal_to ?? null });
  period.clarifications.forEach((window, index) => {
    spans.push({ kind: "clarification", from: window.opens_at, to: window.closes_at, round: index + 1 });
  });
  if (period.appraisal_to) spans.push({ kind: "after", from: period.appraisal_to, to: null });
  return spans.sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/** Whether a part lies before, around or after an instant; both ends are inclusive. */
export function stateAt(span: Span, at: number): "past" | "now" | "coming" {
  if (at < Date.parse(span.from)) return "coming";
  return span.to !== null && Date.parse(span.to) < at ? "past" : "now";
}

/** Earliest and latest instant of a drawing of the parts, with a little air, and with `at` on it where it is near. */
export function extentOf(spans: Span[], at: number): [number, number] {
  const instants = spans.flatMap((span) => [span.from, ...(span.to === null ? [] : [span.to])]).map(Date.parse);
  const first = Math.min(...instants);
  const last = Math.max(...instants);
  const air = Math.max((last - first) * 0.04, 3_600_000);
  const near = at > first - 10 * air && at < last + 10 * air;
  return [Math.min(first, near ? at : first) - air, Math.max(last, near ? at : last) + air];
}
