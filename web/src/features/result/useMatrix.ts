import { useQuery } from "@tanstack/react-query";
import { ok, ranking } from "@/shared/api/clients";
import { resultKeys } from "./keys";

export function useMatrix(periodId: string, group: string) {
  return useQuery({
    queryKey: resultKeys.matrix(periodId, group),
    queryFn: () =>
      ok(
        ranking.GET("/api/ranking/periods/{period_id}/groups/{group}/matrix", {
          params: { path: { period_id: periodId, group } },
        }),
      ),
  });
}
