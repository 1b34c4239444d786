import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { proposalKeys } from "./useProposals";

export type ProposalIn = components["schemas"]["ProposalIn"];

export function usePropose() {
  const create = useCreation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ProposalIn) =>
      create(body, (key) =>
        ok(
          assessment.POST("/api/assessment/criteria-proposals", {
            body,
            params: { header: { "Idempotency-Key": key } },
          }),
        ),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: proposalKeys.all }),
  });
}
