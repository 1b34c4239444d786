import { useQuery } from "@tanstack/react-query";
import { ok, ranking } from "@/shared/api/clients";
import { resultKeys } from "./keys";

/** What was published over the years of a group, or of a unit. */
export function useYears(program: "par_index" | "task_completion", group: string | null, unit: string | null) {
  return useQuery({
    queryKey: resultKeys.years(program, group, unit),
    queryFn: () => ok(ranking.GET("/api/ranking/published-years", { params: { query: { program, group, unit } } })),
    select: (found) => found.items,
  });
}
