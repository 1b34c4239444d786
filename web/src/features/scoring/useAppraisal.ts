import { useQuery } from "@tanstack/react-query";
import { appraisal, ok } from "@/shared/api/clients";
import { appraisalKeys } from "./keys";

export function useAppraisal(id: string) {
  return useQuery({
    queryKey: appraisalKeys.one(id),
    queryFn: () =>
      ok(appraisal.GET("/api/appraisal/appraisals/{appraisal_id}", { params: { path: { appraisal_id: id } } })),
    refetchInterval: 60_000,
  });
}
