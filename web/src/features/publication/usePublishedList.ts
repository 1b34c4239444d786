import { useQuery } from "@tanstack/react-query";
import { all, ok, ranking } from "@/shared/api/clients";
import { publishedKeys } from "./keys";

export function usePublishedList() {
  return useQuery({
    queryKey: publishedKeys.list,
    queryFn: () =>
      all((after) =>
        ok(ranking.GET("/api/ranking/published", { params: { query: { limit: 500, after: after ?? null } } })),
      ),
  });
}
