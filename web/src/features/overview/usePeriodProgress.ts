import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, appraisal, assessment, ok } from "@/shared/api/clients";

export type SheetOfPeriod = components["schemas"]["SheetRef"];

const STALE_MS = 30_000;

/** Who has sent and how far the others are; no value and no score. */
export function useSheetsOf(periodId: string) {
  return useQuery({
    queryKey: ["overview", "sheets", periodId],
    staleTime: STALE_MS,
    queryFn: (): Promise<SheetOfPeriod[]> =>
      all((after) =>
        ok(
          assessment.GET("/api/assessment/periods/{period_id}/sheets", {
            params: { path: { period_id: periodId }, query: { limit: 200, after } },
          }),
        ),
      ),
  });
}

/** How far the agencies are. Empty while appraisal does not know the period yet. */
export function useAgenciesOf(periodId: string) {
  return useQuery({
    queryKey: ["overview", "agencies", periodId],
    staleTime: STALE_MS,
    queryFn: async () => {
      const path = { period_id: periodId };
      return (await ok(appraisal.GET("/api/appraisal/periods/{period_id}/progress", { params: { path } }))).appraisals;
    },
  });
}

/** How many units wait for an answer on more time. */
export function useWaitingExtensions(periodId: string) {
  return useQuery({
    queryKey: ["overview", "extension-requests", periodId],
    staleTime: STALE_MS,
    queryFn: async () => {
      const path = { period_id: periodId };
      const asked = await all((after) =>
        ok(
          assessment.GET("/api/assessment/periods/{period_id}/extension-requests", {
            params: { path, query: { limit: 200, after } },
          }),
        ),
      );
      return asked.filter((one) => one.status === "open").length;
    },
  });
}

/** Nothing was sent, and it still can be. */
export function isUnsent(sheet: SheetOfPeriod): boolean {
  return sheet.sent_at === null && sheet.status !== "not_sent";
}
