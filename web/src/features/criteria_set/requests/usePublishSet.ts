import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import type { IssuingDecision } from "@/shared/criteria/PublishDialog";
import { setKeys } from "@/shared/criteria/useCriteriaSets";

/** Publish a draft for good, by its issuing decision. */
export function usePublishSet(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: IssuingDecision) =>
      ok(
        assessment.POST("/api/assessment/criteria-sets/{criteria_set_id}/publish", {
          params: { path: { criteria_set_id: id } },
          body: { decision },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: setKeys.all }),
  });
}
