import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { setKeys, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import type { SetText } from "./useJudge";

/** Keep a set as a new draft, or as the draft `before` changed; a draft with faults is kept too. */
export function useSaveSet(before: DocumentVersion | null) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (body: SetText) =>
      before === null
        ? create(body, (key) =>
            ok(
              assessment.POST("/api/assessment/criteria-sets", {
                params: { header: { "Idempotency-Key": key } },
                body,
              }),
            ),
          )
        : ok(
            assessment.PUT("/api/assessment/criteria-sets/{criteria_set_id}", {
              params: { path: { criteria_set_id: before.id }, header: { "If-Match": ifMatch(before.version) } },
              body,
            }),
          ),
    onSuccess: () => client.invalidateQueries({ queryKey: setKeys.all }),
  });
}
