import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ifMatch, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { campaignKeys, type Campaign } from "./useCampaigns";

export interface CampaignDraft {
  survey_forms_id: string;
  period_ids: string[];
  from: string | null;
  to: string | null;
}

/** Begin a campaign, or give one other dates. */
export function useSaveCampaign(before: Campaign | null) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (draft: CampaignDraft) =>
      before === null
        ? create(draft, (key) =>
            ok(
              assessment.POST("/api/assessment/survey-campaigns", {
                params: { header: { "Idempotency-Key": key } },
                body: draft,
              }),
            ),
          )
        : ok(
            assessment.PUT("/api/assessment/survey-campaigns/{campaign_id}", {
              params: { path: { campaign_id: before.id }, header: { "If-Match": ifMatch(before.version) } },
              body: { from: draft.from, to: draft.to },
            }),
          ),
    onSuccess: () => client.invalidateQueries({ queryKey: campaignKeys.all }),
  });
}
