import { useMutation, useQueryClient } from "@tanstack/react-query";
import { appraisal, ifMatch, ok } from "@/shared/api/clients";
import type { Line } from "./lines";

/** Replace the whole sharing out; `version` is the one the lines were made from. */
export function useSaveLines(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ lines, version }: { lines: Line[]; version: number }) =>
      ok(
        appraisal.PUT("/api/appraisal/appraisals/{appraisal_id}/members", {
          params: { path: { appraisal_id: id }, header: { "If-Match": ifMatch(version) } },
          body: { lines },
        }),
      ),
    // Also after a refusal: what stands now is shown beside what was typed.
    onSettled: () => client.invalidateQueries({ queryKey: ["appraisals"] }),
  });
}
