import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/appraisal";
import { appraisal, ok } from "@/shared/api/clients";

export type Work = components["schemas"]["GridOut"];

/** The units and criteria that can be given to members. */
export function useWork(id: string) {
  return useQuery({
    queryKey: ["appraisals", "sharing", id, "work"],
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/grid", { params: { path: { appraisal_id: id } } })),
  });
}
