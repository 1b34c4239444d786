import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { periodKeys, type Period } from "@/shared/period/usePeriods";
import type { PeriodDraft } from "./draft";

/** Keep a period: a new one, or `before` as changed. A second click on a new one makes no second period. */
export function useSavePeriod(before: Period | null) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (draft: PeriodDraft) =>
      before === null
        ? ok(
            assessment.POST("/api/assessment/periods", {
              params: { header: { "Idempotency-Key": key.current } },
              body: draft,
            }),
          )
        : ok(
            assessment.PUT("/api/assessment/periods/{period_id}", {
              params: { path: { period_id: before.id }, header: { "If-Match": ifMatch(before.version) } },
              body: draft,
            }),
          ),
    onSuccess: async (saved) => {
      key.current = crypto.randomUUID();
      client.setQueryData(periodKeys.one(saved.id), saved);
      await client.invalidateQueries({ queryKey: periodKeys.all });
    },
  });
}
