import { useMutation } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { base64Of } from "@/shared/importing/base64";

/** A workbook read by the service: the set in it, and every fault by its cell. Nothing is kept. */
export function useReadWorkbook(survey_forms_id: string | null) {
  return useMutation({
    mutationFn: async (file: Blob) =>
      ok(
        assessment.POST("/api/assessment/criteria-sets/readings", {
          body: { content: await base64Of(file), survey_forms_id },
        }),
      ),
  });
}
