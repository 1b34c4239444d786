import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";

export type Preview = components["schemas"]["AmendmentPreviewOut"];

/** What it would do now to give the period another version of a set; always asked for anew, since units go on saving. */
export function useAmendmentPreview(periodId: string, from: string, to: string) {
  return useQuery({
    // Not below the key of the period: once the decision is applied there is nothing left to look ahead to.
    queryKey: ["amendment-preview", periodId, from, to],
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/periods/{period_id}/amendments/preview", {
          params: { path: { period_id: periodId }, query: { from, to } },
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });
}
