import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { useOnce } from "@/shared/api/useOnce";
import { periodKeys } from "@/shared/period/usePeriods";

/** Apply an amending decision. */
export function useAmend(periodId: string) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: useOnce((body: components["schemas"]["AmendmentIn"]) =>
      create(body, (key) =>
        ok(
          assessment.POST("/api/assessment/periods/{period_id}/amendments", {
            params: { path: { period_id: periodId }, header: { "Idempotency-Key": key } },
            body,
          }),
        ),
      ),
    ),
    onSettled: () => client.invalidateQueries({ queryKey: periodKeys.all }),
  });
}
