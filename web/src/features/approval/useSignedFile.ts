import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";

/** The signed report that is attached, if one is. */
export function useSignedFile(evidenceId: string | null) {
  return useQuery({
    queryKey: ["evidence", evidenceId],
    enabled: evidenceId !== null,
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/evidence/{evidence_id}", {
          params: { path: { evidence_id: evidenceId ?? "" } },
        }),
      ),
  });
}
