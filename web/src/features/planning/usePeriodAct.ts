import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

/** Open a planned period, or close an open one for good. */
export function usePeriodAct(periodId: string) {
  const client = useQueryClient();
  const params = { path: { period_id: periodId } };
  return useMutation({
    mutationFn: (act: "open" | "close") =>
      act === "open"
        ? ok(assessment.POST("/api/assessment/periods/{period_id}/open", { params }))
        : ok(assessment.POST("/api/assessment/periods/{period_id}/close", { params })),
    onSettled: () => client.invalidateQueries({ queryKey: periodKeys.all }),
  });
}
