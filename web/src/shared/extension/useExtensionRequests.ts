import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";

export type ExtensionRequest = components["schemas"]["ExtensionRequestOut"];

export const requestKeys = { of: (periodId: string) => ["extension-requests", periodId] as const };

/** Requests of a period, newest first: all with who decides, the own with a unit. */
export function useExtensionRequests(periodId: string, enabled = true) {
  return useQuery({
    queryKey: requestKeys.of(periodId),
    enabled,
    queryFn: async () => {
      const found = await all((after) =>
        ok(
          assessment.GET("/api/assessment/periods/{period_id}/extension-requests", {
            params: { path: { period_id: periodId }, query: { limit: 200, after } },
          }),
        ),
      );
      return found.reverse();
    },
  });
}
