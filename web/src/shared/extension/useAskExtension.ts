import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { requestKeys } from "./useExtensionRequests";

interface Asked {
  to: string;
  reason: string;
  key: string;
}

/** Ask for a longer deadline; the same `key` asks once, however often it is sent. */
export function useAskExtension(periodId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ to, reason, key }: Asked) =>
      ok(
        assessment.POST("/api/assessment/periods/{period_id}/extension-requests", {
          params: { path: { period_id: periodId }, header: { "Idempotency-Key": key } },
          body: { to, reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: requestKeys.of(periodId) }),
  });
}
