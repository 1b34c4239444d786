import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { identity, ok } from "@/shared/api/clients";
import { incidentKeys } from "./useIncidents";

export type Report = components["schemas"]["Report"];

/** `key` is the same for every try of one form, so that nothing is reported twice. */
export function useReportIncident(key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Report) =>
      ok(identity.POST("/api/identity/incidents", { body, params: { header: { "Idempotency-Key": key } } })),
    onSettled: () => client.invalidateQueries({ queryKey: incidentKeys.all }),
  });
}
