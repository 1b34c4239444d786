import { useQuery } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";

/** Which agency scores which item of which unit in a period. */
export function useMatrix(periodId: string) {
  return useQuery({
    queryKey: ["appraisals", "matrix", periodId],
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/periods/{period_id}/matrix", { params: { path: { period_id: periodId } } })),
  });
}
