import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";
import { NetworkLost } from "@/shared/api/problem";
import { campaignKeys } from "../campaign/useCampaigns";

export type LinkBatch = components["schemas"]["LinkBatchOut"];
export type LinksMade = components["schemas"]["LinksMadeOut"];
export type LinksWanted = Pick<components["schemas"]["LinksIn"], "form" | "unit_codes" | "count" | "note">;

const keyOf = (campaignId: string) => [...campaignKeys.one(campaignId), "links"];

/** The batches of links of a campaign, newest first: how many were answered, never which. */
export function useLinkBatches(campaignId: string) {
  return useQuery({
    queryKey: keyOf(campaignId),
    queryFn: async () =>
      (
        await all<LinkBatch>((after) =>
          ok(
            assessment.GET("/api/assessment/survey-campaigns/{campaign_id}/links", {
              params: { path: { campaign_id: campaignId }, query: { limit: 200, after } },
            }),
          ),
        )
      ).reverse(),
  });
}

/** Make links; the answer is the only time that they are seen. */
export function useMakeLinks(campaignId: string) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (wanted: LinksWanted) =>
      ok(
        assessment.POST("/api/assessment/survey-campaigns/{campaign_id}/links", {
          params: { path: { campaign_id: campaignId }, header: { "Idempotency-Key": key.current } },
          body: { ...wanted, site: window.location.origin },
        }),
      ),
    // Only where nothing was answered the same call may come again.
    onSettled: (_, fault) => {
      if (!(fault instanceof NetworkLost)) key.current = crypto.randomUUID();
      return client.invalidateQueries({ queryKey: keyOf(campaignId) });
    },
  });
}

/** Take back the links of a batch that nobody has answered. */
export function useRevokeLinks(campaignId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ batch, reason }: { batch: LinkBatch; reason: string }) =>
      ok(
        assessment.POST("/api/assessment/survey-campaigns/{campaign_id}/links/{batch_id}/revoke", {
          params: { path: { campaign_id: campaignId, batch_id: batch.id } },
          body: { reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(campaignId) }),
  });
}
