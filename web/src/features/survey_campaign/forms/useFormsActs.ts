import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import type { IssuingDecision } from "@/shared/criteria/PublishDialog";
import { formKeys, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";

interface Text {
  document: string;
  media_type: "yaml" | "json";
}

/** Judge a text of survey forms without keeping it. */
export function useJudgeForms() {
  return useMutation({
    mutationFn: (body: Text) => ok(assessment.POST("/api/assessment/survey-forms/validations", { body })),
  });
}

/** Keep a text as a new draft, or as the draft `before` changed. A draft with faults is kept too. */
export function useSaveForms(before: DocumentVersion | null) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (body: Text) =>
      before === null
        ? create(body, (key) =>
            ok(
              assessment.POST("/api/assessment/survey-forms", {
                params: { header: { "Idempotency-Key": key } },
                body,
              }),
            ),
          )
        : ok(
            assessment.PUT("/api/assessment/survey-forms/{survey_forms_id}", {
              params: { path: { survey_forms_id: before.id }, header: { "If-Match": ifMatch(before.version) } },
              body,
            }),
          ),
    onSuccess: () => client.invalidateQueries({ queryKey: formKeys.all }),
  });
}

/** Publish a draft for good. */
export function usePublishForms(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: IssuingDecision) =>
      ok(
        assessment.POST("/api/assessment/survey-forms/{survey_forms_id}/publish", {
          params: { path: { survey_forms_id: id } },
          body: { decision },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: formKeys.all }),
  });
}

/** Every place in which two versions differ. */
export function useFormsDifference(from: string, to: string | undefined) {
  return useQuery({
    queryKey: [...formKeys.one(from), "difference", to],
    enabled: to !== undefined,
    queryFn: async () =>
      (
        await ok(
          assessment.GET("/api/assessment/survey-forms/{survey_forms_id}/difference", {
            params: { path: { survey_forms_id: from }, query: { to: to ?? "" } },
          }),
        )
      ).changes,
  });
}
