import { useQuery } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";
import { appraisalKeys } from "./keys";

/** The agency's whole work: units, leaves, a few facts a cell. */
export function useGrid(id: string) {
  return useQuery({
    queryKey: appraisalKeys.grid(id),
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}/grid", { params: { path: { appraisal_id: id } } })),
  });
}
