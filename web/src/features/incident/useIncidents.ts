import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/identity";
import { all, identity, ok } from "@/shared/api/clients";

export type Incident = components["schemas"]["IncidentOut"];

export const incidentKeys = { all: ["incidents"] as const };

/** Those that one may see, the newest first. */
export function useIncidents() {
  return useQuery({
    queryKey: incidentKeys.all,
    queryFn: () =>
      all((after) => ok(identity.GET("/api/identity/incidents", { params: { query: { limit: 200, after } } }))),
  });
}
