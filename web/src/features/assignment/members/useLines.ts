import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/appraisal";
import { appraisal, ok } from "@/shared/api/clients";

export type Shared = components["schemas"]["MembersOut"];

/** Who of the agency was given what, as it stands saved. */
export function useLines(id: string) {
  return useQuery({
    queryKey: ["appraisals", "sharing", id, "lines"],
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/members", { params: { path: { appraisal_id: id } } })),
  });
}
