import type { SurveyForm } from "../forms/formsDocument";

/** The form's questions with options, by scale, in their order. */
export function partsOf(form: SurveyForm): { scale: string; questions: SurveyForm["questions"] }[] {
  const parts = new Map<string, SurveyForm["questions"]>();
  for (const question of form.questions) {
    if (question.scale) parts.set(question.scale, [...(parts.get(question.scale) ?? []), question]);
  }
  return [...parts].map(([scale, questions]) => ({ scale, questions }));
}
