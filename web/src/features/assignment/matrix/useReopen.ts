import { useMutation, useQueryClient } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";

/** Reopen an appraisal that was sent, with a reason. */
export function useReopen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appraisalId, reason }: { appraisalId: string; reason: string }) =>
      ok(
        appraisal.POST("/api/appraisal/appraisals/{appraisal_id}/reopen", {
          params: { path: { appraisal_id: appraisalId } },
          body: { reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["appraisals"] }),
  });
}
