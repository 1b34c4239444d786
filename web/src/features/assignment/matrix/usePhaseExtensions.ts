import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/appraisal";
import { all, appraisal, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";

type Given = components["schemas"]["PhaseExtensionOut"];

const keyOf = (periodId: string) => ["appraisals", "phase-extensions", periodId];

/** The longer ends that a period's appraisal phase was given. */
export function usePhaseExtensions(periodId: string) {
  return useQuery({
    queryKey: keyOf(periodId),
    queryFn: () =>
      all<Given>((after) =>
        ok(
          appraisal.GET("/api/appraisal/periods/{period_id}/phase-extensions", {
            params: { path: { period_id: periodId }, query: { limit: 200, after } },
          }),
        ),
      ),
  });
}

/** Give the appraisal phase a later end; a second click gives none. */
export function useExtendPhase(periodId: string) {
  const client = useQueryClient();
  const create = useCreation();
  return useMutation({
    mutationFn: (body: components["schemas"]["PhaseExtensionIn"]) =>
      create(body, (key) =>
        ok(
          appraisal.POST("/api/appraisal/periods/{period_id}/phase-extension", {
            params: { path: { period_id: periodId }, header: { "Idempotency-Key": key } },
            body,
          }),
        ),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["appraisals"] }),
  });
}
