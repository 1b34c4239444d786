import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { campaignKeys } from "./useCampaigns";

/** Close one form of a campaign, or all that are open (`null`); its totals are final then. */
export function useCloseForms(campaignId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (form: string | null) =>
      form === null
        ? ok(
            assessment.POST("/api/assessment/survey-campaigns/{campaign_id}/close", {
              params: { path: { campaign_id: campaignId } },
            }),
          )
        : ok(
            assessment.POST("/api/assessment/survey-campaigns/{campaign_id}/forms/{form}/close", {
              params: { path: { campaign_id: campaignId, form } },
            }),
          ),
    onSettled: () => client.invalidateQueries({ queryKey: campaignKeys.all }),
  });
}
