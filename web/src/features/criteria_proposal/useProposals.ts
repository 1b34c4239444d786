import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";

export type Proposal = components["schemas"]["ProposalOut"];

export const proposalKeys = { all: ["criteria-proposals"] as const };

/** Those that one may see, the newest first. */
export function useProposals() {
  return useQuery({
    queryKey: proposalKeys.all,
    queryFn: () =>
      all((after) =>
        ok(assessment.GET("/api/assessment/criteria-proposals", { params: { query: { limit: 200, after } } })),
      ),
  });
}
