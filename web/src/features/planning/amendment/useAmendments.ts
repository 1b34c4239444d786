import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

export type Amendment = components["schemas"]["PeriodAmendmentOut"];
export type AmendedItems = components["schemas"]["AmendedItemsOut"];

/** The amending decisions of a period, the newest first. */
export function useAmendments(periodId: string) {
  return useQuery({
    queryKey: [...periodKeys.one(periodId), "amendments"],
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/periods/{period_id}/amendments", {
          params: { path: { period_id: periodId } },
        }),
      ),
  });
}
