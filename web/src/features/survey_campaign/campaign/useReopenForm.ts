import { useMutation, useQueryClient } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { campaignKeys } from "./useCampaigns";

/** Open a closed form again, with the reason; the result waits for it then. */
export function useReopenForm(campaignId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ form, reason }: { form: string; reason: string }) =>
      ok(
        assessment.POST("/api/assessment/survey-campaigns/{campaign_id}/forms/{form}/reopen", {
          params: { path: { campaign_id: campaignId, form } },
          body: { reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: campaignKeys.all }),
  });
}
