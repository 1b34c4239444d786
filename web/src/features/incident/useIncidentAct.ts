import { useMutation, useQueryClient } from "@tanstack/react-query";
import { identity, ifMatch, ok } from "@/shared/api/clients";
import { incidentKeys, type Incident } from "./useIncidents";

/** Answer a report, or without an answer pass it on to support. */
export function useIncidentAct(incident: Incident) {
  const client = useQueryClient();
  const params = { path: { incident_id: incident.id }, header: { "If-Match": ifMatch(incident.version) } };
  return useMutation({
    mutationFn: (answer: string | null) =>
      answer === null
        ? ok(identity.POST("/api/identity/incidents/{incident_id}/pass-on", { params }))
        : ok(identity.POST("/api/identity/incidents/{incident_id}/answer", { params, body: { answer } })),
    onSettled: () => client.invalidateQueries({ queryKey: incidentKeys.all }),
  });
}
