import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { ownFormsKey, type OwnForm } from "@/shared/survey/useOwnForms";
import type { Draft } from "./draft";
import type { Counted } from "./useSurveyLink";

type Place = Pick<OwnForm, "campaign_id" | "form" | "unit_code">;

/** A form about a unit as the account is asked it. */
export function useOwnForm(path: Place) {
  return useQuery({
    queryKey: [...ownFormsKey, path],
    staleTime: Infinity,
    queryFn: () =>
      ok(assessment.GET("/api/assessment/own-survey-forms/{campaign_id}/{form}/{unit_code}", { params: { path } })),
  });
}

/** Send the account's answer; the same draft sent again is counted once. */
export function useAnswerFromAccount(path: Place) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Draft): Promise<Counted> =>
      ok(
        assessment.POST("/api/assessment/own-survey-forms/{campaign_id}/{form}/{unit_code}/answer", {
          params: { path, header: { "Idempotency-Key": key } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ownFormsKey, exact: true }),
  });
}
