import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export type AnswerBefore = components["schemas"]["AnswerBeforeOut"];

/** What the unit declared in the period before. It never changes, so it is asked for once. */
export function useLastYear(sheetId: string) {
  return useQuery({
    queryKey: [...sheetKeys.all, "last-year", sheetId],
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/last-year", { params: { path: { sheet_id: sheetId } } })),
    staleTime: Infinity,
  });
}
