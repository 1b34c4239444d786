import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { setKeys } from "@/shared/criteria/useCriteriaSets";

/** What version `to` says otherwise than `from`. */
export function useSetDifference(from: string, to: string | undefined) {
  return useQuery({
    queryKey: [...setKeys.one(from), "difference", to],
    enabled: to !== undefined,
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/criteria-sets/{criteria_set_id}/difference", {
          params: { path: { criteria_set_id: from }, query: { to: to ?? "" } },
        }),
      ),
  });
}
