import { useQuery } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";

/** How far each agency's appraisal of a period is; no scores. */
export function useAgencyProgress(periodId: string) {
  return useQuery({
    queryKey: ["appraisals", "progress", periodId],
    queryFn: async () =>
      (
        await ok(
          appraisal.GET("/api/appraisal/periods/{period_id}/progress", { params: { path: { period_id: periodId } } }),
        )
      ).appraisals,
  });
}
