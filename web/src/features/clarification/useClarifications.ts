import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export type Clarifications = components["schemas"]["ClarificationsOut"];
export type Question = components["schemas"]["QuestionOut"];
export type Answer = NonNullable<Question["answer"]>;

/** What rounds of appraisal asked about the sheet, with the unit's answers. */
export function useClarifications(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "clarifications"),
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/sheets/{sheet_id}/clarifications", { params: { path: { sheet_id: sheetId } } }),
      ),
  });
}
