import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

export type PeriodAct = components["schemas"]["PeriodActOut"];

/** Every change of a period, newest first, with the state it left. */
export function usePeriodHistory(periodId: string) {
  return useQuery({
    queryKey: [...periodKeys.one(periodId), "history"],
    queryFn: async () =>
      (
        await all<PeriodAct>((after) =>
          ok(
            assessment.GET("/api/assessment/periods/{period_id}/history", {
              params: { path: { period_id: periodId }, query: { limit: 200, after } },
            }),
          ),
        )
      ).sort((a, b) => b.version - a.version),
  });
}
