import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";

export type Campaign = components["schemas"]["CampaignOut"];

export const campaignKeys = {
  all: ["survey-campaigns"] as const,
  one: (id: string) => ["survey-campaigns", id] as const,
};

/** Every survey campaign, newest first. */
export function useCampaigns() {
  return useQuery({
    queryKey: [...campaignKeys.all, "list"],
    queryFn: async () =>
      (
        await all<Campaign>((after) =>
          ok(assessment.GET("/api/assessment/survey-campaigns", { params: { query: { limit: 200, after } } })),
        )
      ).reverse(),
  });
}
