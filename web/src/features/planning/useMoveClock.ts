import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { periodKeys } from "@/shared/period/usePeriods";

/** Move a rehearsal's own clock forward. */
export function useMoveClock(periodId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (at: string) =>
      ok(
        assessment.PUT("/api/assessment/periods/{period_id}/clock", {
          params: { path: { period_id: periodId } },
          body: { at },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: periodKeys.all }),
  });
}
