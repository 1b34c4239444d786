import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

export type Extension = components["schemas"]["ExtensionOut"];

/** Every extension ever given in a period, newest first. */
export function useExtensions(periodId: string) {
  return useQuery({
    queryKey: [...periodKeys.one(periodId), "extensions"],
    queryFn: async () => {
      const found = await all((after) =>
        ok(
          assessment.GET("/api/assessment/periods/{period_id}/extensions", {
            params: { path: { period_id: periodId }, query: { limit: 200, after } },
          }),
        ),
      );
      return found.reverse();
    },
  });
}
