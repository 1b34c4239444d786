import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";
import { asProblem, ProblemError } from "@/shared/api/problem";
import { appraisalKeys } from "./keys";

/** A sheet's manual knock-outs that the agency confirms. */
export function useKnockOuts(appraisalId: string, agency: string, sheetId: string | undefined) {
  return useQuery({
    queryKey: [...appraisalKeys.knockOuts(appraisalId), sheetId],
    enabled: sheetId !== undefined,
    queryFn: async () => {
      const path = { sheet_id: sheetId ?? "" };
      const sheet = await ok(appraisal.GET("/api/appraisal/sheets/{sheet_id}", { params: { path } }));
      return sheet.knock_outs.filter((one) => one.appraiser_code === agency);
    },
  });
}

export function useConfirmKnockOut(appraisalId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (line: { sheet_id: string; code: string; confirmed: boolean }) => {
      const answer = await ok(
        appraisal.PATCH("/api/appraisal/appraisals/{appraisal_id}/knock-outs", {
          params: { path: { appraisal_id: appraisalId } },
          body: { lines: [line] },
        }),
      );
      const refused = answer.refused?.[0];
      if (refused) throw new ProblemError(asProblem(refused.problem, 422));
    },
    onSettled: () => client.invalidateQueries({ queryKey: appraisalKeys.knockOuts(appraisalId) }),
  });
}
