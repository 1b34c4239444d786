import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { ProblemError } from "@/shared/api/problem";
import { campaignKeys } from "../campaign/useCampaigns";
import { VALID, type Changes } from "./entry";

interface Wanted {
  changes: Changes;
  reason: string;
}

/** Save what was typed for one form about one unit; answers the faults by cell, empty where everything was kept. */
export function useSaveNumbers(campaignId: string, unit_code: string, form: string) {
  const client = useQueryClient();
  const path = { campaign_id: campaignId };
  const correct = async ({ key, value, version }: Changes["corrected"][number], reason: string) => {
    const header = { "If-Match": ifMatch(version) };
    const [question = "", option = ""] = key.split("|");
    if (key === VALID) {
      return ok(
        assessment.PUT("/api/assessment/survey-campaigns/{campaign_id}/responses", {
          params: { path, header },
          body: { unit_code, form, valid: value, reason },
        }),
      );
    }
    return ok(
      assessment.PUT("/api/assessment/survey-campaigns/{campaign_id}/totals", {
        params: { path, header },
        body: { unit_code, form, question, option, count: value, reason },
      }),
    );
  };
  return useMutation({
    mutationFn: async ({ changes, reason }: Wanted): Promise<Map<string, string>> => {
      const faults = new Map<string, string>();
      for (const one of changes.corrected) {
        try {
          await correct(one, reason);
        } catch (fault) {
          if (!(fault instanceof ProblemError)) throw fault;
          faults.set(one.key, fault.problem.detail ?? fault.problem.title);
        }
      }
      const valid = changes.added.filter(({ key }) => key === VALID);
      const totals = changes.added.filter(({ key }) => key !== VALID);
      const note = (lines: Changes["added"], refused: readonly { index: number; problem: Record<string, unknown> }[]) =>
        refused.forEach(({ index, problem }) => {
          const line = lines[index];
          if (line) faults.set(line.key, String(problem.detail ?? problem.title));
        });
      // Valid responses first: totals are judged against them.
      if (valid.length > 0) {
        const lines = valid.map(({ value }) => ({ unit_code, form, valid: value }));
        const told = await ok(
          assessment.PATCH("/api/assessment/survey-campaigns/{campaign_id}/responses", {
            params: { path },
            body: { lines },
          }),
        );
        note(valid, told.refused);
      }
      if (totals.length > 0) {
        const lines = totals.map(({ key, value }) => {
          const [question = "", option = ""] = key.split("|");
          return { unit_code, form, question, option, count: value };
        });
        const told = await ok(
          assessment.PATCH("/api/assessment/survey-campaigns/{campaign_id}/totals", {
            params: { path },
            body: { lines },
          }),
        );
        note(totals, told.refused);
      }
      return faults;
    },
    onSettled: () => client.invalidateQueries({ queryKey: campaignKeys.one(campaignId) }),
  });
}
