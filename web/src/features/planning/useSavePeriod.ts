import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { periodKeys, type Period } from "@/shared/period/usePeriods";
import type { PeriodDraft } from "./draft";

/** Keep a period: a new one, or `before` as changed. A second click on a new one makes no second period. */
export function useSavePeriod(before: Period | null) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (draft: PeriodDraft) =>
      before === null
        ? create(draft, (key) =>
            ok(
              assessment.POST("/api/assessment/periods", {
                params: { header: { "Idempotency-Key": key } },
                body: draft,
              }),
            ),
          )
        : ok(
            assessment.PUT("/api/assessment/periods/{period_id}", {
              params: { path: { period_id: before.id }, header: { "If-Match": ifMatch(before.version) } },
              body: draft,
            }),
          ),
    onSuccess: async (saved) => {
      client.setQueryData(periodKeys.one(saved.id), saved);
      await client.invalidateQueries({ queryKey: periodKeys.all });
    },
  });
}
