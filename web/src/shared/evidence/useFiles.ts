import { useQuery } from "@tanstack/react-query";
import { all, assessment, ok } from "@/shared/api/clients";

export function filesKey(periodId: string) {
  return ["evidence-files", periodId] as const;
}

/** All files of the own unit in a period, the newest first. */
export function useFiles(periodId: string, enabled = true) {
  return useQuery({
    queryKey: filesKey(periodId),
    enabled,
    queryFn: async () => {
      const found = await all((after) =>
        ok(
          assessment.GET("/api/assessment/evidence", { params: { query: { period_id: periodId, limit: 500, after } } }),
        ),
      );
      return found.reverse();
    },
  });
}
