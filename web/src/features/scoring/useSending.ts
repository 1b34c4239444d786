import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { all, appraisal, ok } from "@/shared/api/clients";
import { ProblemError } from "@/shared/api/problem";
import { appraisalKeys } from "./keys";

/** What sending now would lock, and what still forbids it; for the lead. */
export function useSending(id: string, enabled: boolean) {
  return useQuery({
    queryKey: appraisalKeys.sending(id),
    enabled,
    staleTime: 0,
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/sending", { params: { path: { appraisal_id: id } } })),
  });
}

/** Sends. A second click, or a retry after a lost answer, finds it sent: that is no failure. */
export function useSend(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const path = { appraisal_id: id };
      try {
        return await ok(appraisal.POST("/api/appraisal/appraisals/{appraisal_id}/send", { params: { path } }));
      } catch (fault) {
        if (!(fault instanceof ProblemError && fault.kind === "appraisal/already-sent")) throw fault;
        return ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}", { params: { path } }));
      }
    },
    onSuccess: () => client.invalidateQueries({ queryKey: appraisalKeys.all }),
  });
}

/** Every opening, sending and reopening, newest first. */
export function useAppraisalHistory(id: string, enabled: boolean) {
  return useQuery({
    queryKey: appraisalKeys.history(id),
    enabled,
    queryFn: async () =>
      (
        await all((after) =>
          ok(
            appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/history", {
              params: { path: { appraisal_id: id }, query: { after } },
            }),
          ),
        )
      ).reverse(),
  });
}
