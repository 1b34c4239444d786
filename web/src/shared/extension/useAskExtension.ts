import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { requestKeys } from "./useExtensionRequests";

interface Asked {
  to: string;
  reason: string;
}

/** Ask for a longer deadline. */
export function useAskExtension(periodId: string) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (body: Asked) =>
      create(body, (key) =>
        ok(
          assessment.POST("/api/assessment/periods/{period_id}/extension-requests", {
            params: { path: { period_id: periodId }, header: { "Idempotency-Key": key } },
            body,
          }),
        ),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: requestKeys.of(periodId) }),
  });
}
