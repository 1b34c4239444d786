import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

export type SheetProgress = components["schemas"]["SheetRef"];

/** Every unit's sheet of a period from outside: sent or not and how complete, no value and no score. */
export function useSheetProgress(periodId: string) {
  return useQuery({
    queryKey: [...periodKeys.one(periodId), "sheets"],
    queryFn: () =>
      all<SheetProgress>((after) =>
        ok(
          assessment.GET("/api/assessment/periods/{period_id}/sheets", {
            params: { path: { period_id: periodId }, query: { limit: 200, after } },
          }),
        ),
      ),
  });
}
