import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { useOnce } from "@/shared/api/useOnce";
import { requestKeys } from "./useExtensionRequests";

export function useWithdrawRequest(periodId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: useOnce((requestId: string) =>
      ok(
        assessment.POST("/api/assessment/periods/{period_id}/extension-requests/{request_id}/withdraw", {
          params: { path: { period_id: periodId, request_id: requestId } },
        }),
      ),
    ),
    onSettled: () => client.invalidateQueries({ queryKey: requestKeys.of(periodId) }),
  });
}
