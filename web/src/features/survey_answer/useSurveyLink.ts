import { useMutation, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import type { Draft } from "./draft";

export type AskedForm = components["schemas"]["AskedFormOut"];
export type Counted = components["schemas"]["AnswerCountedOut"];

/** The form of a link. Its token travels in a header: addresses are logged on the way. */
export function useFormOfLink(token: string) {
  return useQuery({
    queryKey: ["survey-link", token],
    enabled: token !== "",
    staleTime: Infinity,
    queryFn: () => ok(assessment.GET("/api/assessment/survey-link", { params: { header: { "Survey-Token": token } } })),
  });
}

/** Send the answer of a link; the same draft sent again is counted once. */
export function useAnswerByLink(token: string) {
  return useMutation({
    mutationFn: ({ key, ...body }: Draft): Promise<Counted> =>
      ok(
        assessment.POST("/api/assessment/survey-link/answer", {
          params: { header: { "Survey-Token": token, "Idempotency-Key": key } },
          body,
        }),
      ),
  });
}
