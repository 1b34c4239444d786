import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { campaignKeys } from "../campaign/useCampaigns";

/** What was keyed in for a unit, and what of it was corrected. */
export function useNumbers(campaignId: string, unitCode: string) {
  return useQuery({
    queryKey: [...campaignKeys.one(campaignId), "units", unitCode],
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/survey-campaigns/{campaign_id}/units/{unit_code}", {
          params: { path: { campaign_id: campaignId, unit_code: unitCode } },
        }),
      ),
  });
}
