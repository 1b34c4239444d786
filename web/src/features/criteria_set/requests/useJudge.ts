import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";

export type SetText = components["schemas"]["CriteriaSetIn"];

const judge = (body: SetText) => ok(assessment.POST("/api/assessment/criteria-sets/validations", { body }));

/** What the service says of a set as it is edited: faults and warnings by place, its text, its fingerprint. */
export function useJudged(body: SetText) {
  return useQuery({
    queryKey: ["criteria-sets", "judged", body],
    queryFn: () => judge(body),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  });
}

/** The same once, for a text that is to become the set. */
export function useJudge() {
  return useMutation({ mutationFn: judge });
}
