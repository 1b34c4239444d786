import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { useCreation } from "@/shared/api/useCreation";
import { incidentKeys } from "./useIncidents";

export type Report = components["schemas"]["Report"];

export function useReportIncident() {
  const create = useCreation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Report) =>
      create(body, (key) =>
        ok(identity.POST("/api/identity/incidents", { body, params: { header: { "Idempotency-Key": key } } })),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: incidentKeys.all }),
  });
}
