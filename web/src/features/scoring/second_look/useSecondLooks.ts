import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/appraisal";
import { all, appraisal, ok } from "@/shared/api/clients";
import { asProblem, ProblemError } from "@/shared/api/problem";
import { appraisalKeys } from "../keys";
import { keyOf } from "../kept";

export type SecondLook = components["schemas"]["SecondLookOut"];
export type Asked = components["schemas"]["AskIn"];
export type Answered = components["schemas"]["AnswerIn"];

/** Second looks that the account knows of: all for the lead, those asked of oneself for a member. */
export function useSecondLooks(appraisalId: string, enabled = true) {
  return useQuery({
    queryKey: appraisalKeys.secondLooks(appraisalId),
    enabled,
    queryFn: (): Promise<SecondLook[]> =>
      all((after) =>
        ok(
          appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/second-looks", {
            params: { path: { appraisal_id: appraisalId }, query: { limit: 500, after } },
          }),
        ),
      ),
  });
}

/** By sheet and item. */
export function byKey(looks: readonly SecondLook[] | undefined): ReadonlyMap<string, SecondLook> {
  return new Map(looks?.map((one) => [keyOf(one), one]));
}

/** Asks a member to look again, or takes open questions back (no account). */
export function useAskSecondLook(appraisalId: string) {
  return useLines<Asked>(appraisalId, (lines) =>
    ok(
      appraisal.PATCH("/api/appraisal/appraisals/{appraisal_id}/second-looks", {
        params: { path: { appraisal_id: appraisalId } },
        body: { lines },
      }),
    ),
  );
}

export function useAnswerSecondLook(appraisalId: string) {
  return useLines<Answered>(appraisalId, (lines) =>
    ok(
      appraisal.PATCH("/api/appraisal/appraisals/{appraisal_id}/second-looks/answers", {
        params: { path: { appraisal_id: appraisalId } },
        body: { lines },
      }),
    ),
  );
}

/** The first refusal is told as the fault of the whole; what was taken is seen afterwards. */
function useLines<Line>(appraisalId: string, send: (lines: Line[]) => Promise<components["schemas"]["BatchOut"]>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (lines: Line[]) => {
      const told = await send(lines);
      const refused = told.refused?.[0];
      if (refused) throw new ProblemError(asProblem(refused.problem, 422));
      return told.saved;
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: appraisalKeys.secondLooks(appraisalId) }),
        client.invalidateQueries({ queryKey: appraisalKeys.one(appraisalId), exact: true }),
        client.invalidateQueries({ queryKey: appraisalKeys.sending(appraisalId) }),
        client.invalidateQueries({ queryKey: ["overview", "appraisals"] }),
      ]),
  });
}
