import { queryOptions, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";

export type DocumentVersion = components["schemas"]["DocumentOut"];
export type WholeDocument = components["schemas"]["WholeDocumentOut"];

export const setKeys = {
  all: ["criteria-sets"] as const,
  one: (id: string) => ["criteria-sets", id] as const,
};

/** Every version of every criteria set, newest first. */
export function useCriteriaSets() {
  return useQuery({
    queryKey: [...setKeys.all, "list"],
    queryFn: async () =>
      (
        await all((after) =>
          ok(assessment.GET("/api/assessment/criteria-sets", { params: { query: { limit: 200, after } } })),
        )
      ).reverse(),
  });
}

export function criteriaSetQuery(id: string) {
  return queryOptions({
    queryKey: setKeys.one(id),
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/criteria-sets/{criteria_set_id}", {
          params: { path: { criteria_set_id: id } },
        }),
      ),
  });
}

export const formKeys = { all: ["survey-forms"] as const, one: (id: string) => ["survey-forms", id] as const };

/** Every version of the survey forms, newest first. */
export function useSurveyForms() {
  return useQuery({
    queryKey: [...formKeys.all, "list"],
    queryFn: async () =>
      (
        await all((after) =>
          ok(assessment.GET("/api/assessment/survey-forms", { params: { query: { limit: 200, after } } })),
        )
      ).reverse(),
  });
}

export function surveyFormsQuery(id: string) {
  return queryOptions({
    queryKey: formKeys.one(id),
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/survey-forms/{survey_forms_id}", {
          params: { path: { survey_forms_id: id } },
        }),
      ),
  });
}
