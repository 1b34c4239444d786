import { useQuery } from "@tanstack/react-query";
import { all, ok, ranking } from "@/shared/api/clients";
import { resultKeys } from "./keys";

export function useResults() {
  return useQuery({
    queryKey: resultKeys.all,
    queryFn: () =>
      all((after) =>
        ok(ranking.GET("/api/ranking/periods", { params: { query: { limit: 500, after: after ?? null } } })),
      ),
  });
}
