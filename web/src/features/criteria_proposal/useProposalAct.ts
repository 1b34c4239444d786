import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { proposalKeys, type Proposal } from "./useProposals";

export type Answer = components["schemas"]["ProposalAnswerIn"];

/** Answer a proposal, or with `null` take the own one back. */
export function useProposalAct(proposal: Proposal) {
  const client = useQueryClient();
  const params = { path: { proposal_id: proposal.id } };
  return useMutation({
    mutationFn: (body: Answer | null) =>
      body === null
        ? ok(assessment.POST("/api/assessment/criteria-proposals/{proposal_id}/withdraw", { params }))
        : ok(assessment.POST("/api/assessment/criteria-proposals/{proposal_id}/answer", { params, body })),
    onSettled: () => client.invalidateQueries({ queryKey: proposalKeys.all }),
  });
}
