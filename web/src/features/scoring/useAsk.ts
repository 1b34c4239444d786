import { useMutation, useQueryClient } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";
import { asProblem, ProblemError } from "@/shared/api/problem";
import { appraisalKeys } from "./keys";

/** Asks a unit to explain a leaf; an empty question takes back one that was not sent yet. */
export function useAsk(appraisalId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (line: { sheet_id: string; item: string; question: string }) => {
      const answer = await ok(
        appraisal.PATCH("/api/appraisal/appraisals/{appraisal_id}/questions", {
          params: { path: { appraisal_id: appraisalId } },
          body: { lines: [line] },
        }),
      );
      const refused = answer.refused?.[0];
      if (refused) throw new ProblemError(asProblem(refused.problem, 422));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: appraisalKeys.one(appraisalId) }),
  });
}
