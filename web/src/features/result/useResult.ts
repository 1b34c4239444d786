import { useQuery } from "@tanstack/react-query";
import { ok, ranking } from "@/shared/api/clients";
import { resultKeys } from "./keys";

export function useResult(periodId: string) {
  return useQuery({
    queryKey: resultKeys.one(periodId),
    queryFn: () => ok(ranking.GET("/api/ranking/periods/{period_id}", { params: { path: { period_id: periodId } } })),
  });
}
