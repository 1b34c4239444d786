import { useQuery } from "@tanstack/react-query";
import { all, ok, ranking } from "@/shared/api/clients";
import { resultKeys } from "./keys";

export function useLines(periodId: string) {
  return useQuery({
    queryKey: resultKeys.lines(periodId),
    queryFn: () =>
      all((after) =>
        ok(
          ranking.GET("/api/ranking/periods/{period_id}/results", {
            params: { path: { period_id: periodId }, query: { limit: 500, after: after ?? null } },
          }),
        ),
      ),
  });
}
