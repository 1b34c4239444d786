import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { setKeys, type DocumentVersion } from "@/shared/criteria/useCriteriaSets";
import type { SetText } from "./useJudge";

/** Keep a set as a new draft, or as the draft `before` changed; a draft with faults is kept too. */
export function useSaveSet(before: DocumentVersion | null) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (body: SetText) =>
      before === null
        ? ok(
            assessment.POST("/api/assessment/criteria-sets", {
              params: { header: { "Idempotency-Key": key.current } },
              body,
            }),
          )
        : ok(
            assessment.PUT("/api/assessment/criteria-sets/{criteria_set_id}", {
              params: { path: { criteria_set_id: before.id }, header: { "If-Match": ifMatch(before.version) } },
              body,
            }),
          ),
    onSuccess: () => {
      key.current = crypto.randomUUID();
      return client.invalidateQueries({ queryKey: setKeys.all });
    },
  });
}
