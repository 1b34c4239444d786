import { useQuery } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";

/** The appraisal whose work is shared out: what one may do there, and what stands in the way. */
export function useOwnAppraisal(id: string) {
  return useQuery({
    queryKey: ["appraisals", "sharing", id, "appraisal"],
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}", { params: { path: { appraisal_id: id } } })),
  });
}
