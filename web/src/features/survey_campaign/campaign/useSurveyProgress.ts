import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { campaignKeys } from "./useCampaigns";

export type FormOfUnit = components["schemas"]["FormOfUnitOut"];

/** How far the keying in is: every form of every unit it asks about. */
export function useSurveyProgress(campaignId: string) {
  return useQuery({
    queryKey: [...campaignKeys.one(campaignId), "progress"],
    queryFn: async () =>
      (
        await ok(
          assessment.GET("/api/assessment/survey-campaigns/{campaign_id}/progress", {
            params: { path: { campaign_id: campaignId } },
          }),
        )
      ).lines,
  });
}
