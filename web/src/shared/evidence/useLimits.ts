import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";

/** Which files the service takes. */
export function useLimits() {
  return useQuery({
    queryKey: ["evidence-limits"],
    queryFn: () => ok(assessment.GET("/api/assessment/evidence/limits")),
    staleTime: Infinity,
  });
}
