import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

/** What would happen if the period were opened now: its faults and the sheets it would make. */
export function useOpening(periodId: string, wanted: boolean) {
  return useQuery({
    queryKey: [...periodKeys.one(periodId), "opening"],
    queryFn: () =>
      ok(assessment.GET("/api/assessment/periods/{period_id}/opening", { params: { path: { period_id: periodId } } })),
    enabled: wanted,
  });
}
