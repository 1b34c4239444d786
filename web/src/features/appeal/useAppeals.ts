import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/ranking";
import { all, ifMatch, ok, ranking } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";

export type Appeal = components["schemas"]["AppealOut"];
export type Outcome = components["schemas"]["AnswerIn"]["outcome"];

const keyOf = (periodId: string) => ["appeals", periodId] as const;

export function useResult(periodId: string) {
  return useQuery({
    queryKey: ["results", periodId],
    queryFn: () => ok(ranking.GET("/api/ranking/periods/{period_id}", { params: { path: { period_id: periodId } } })),
  });
}

export function useAppeals(periodId: string) {
  return useQuery({
    queryKey: keyOf(periodId),
    queryFn: () =>
      all((after) =>
        ok(
          ranking.GET("/api/ranking/periods/{period_id}/appeals", {
            params: { path: { period_id: periodId }, query: { limit: 500, after: after ?? null } },
          }),
        ),
      ),
  });
}

export function useAppeal(periodId: string) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (text: string) =>
      create(text, (key) =>
        ok(
          ranking.POST("/api/ranking/periods/{period_id}/appeals", {
            params: { path: { period_id: periodId }, header: { "Idempotency-Key": key } },
            body: { text },
          }),
        ),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(periodId) }),
  });
}

export function useAnswer(periodId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ appeal, outcome, reason }: { appeal: Appeal; outcome: Outcome; reason: string }) =>
      ok(
        ranking.POST("/api/ranking/appeals/{appeal_id}/answer", {
          params: { path: { appeal_id: appeal.id }, header: { "If-Match": ifMatch(appeal.version) } },
          body: { outcome, reason },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(periodId) }),
  });
}
