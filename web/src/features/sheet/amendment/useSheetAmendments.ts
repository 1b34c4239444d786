import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";
import type { Sheet } from "@/shared/sheet/useSheet";

export type SheetAmendment = components["schemas"]["SheetAmendmentOut"];

/** The amending decisions that the sheet went through, newest first; asked for again when it has another version of its set. */
export function useSheetAmendments({ sheet_id, criteria_set_id }: Pick<Sheet, "sheet_id" | "criteria_set_id">) {
  const { data } = useQuery({
    queryKey: sheetKeys.part(sheet_id, "amendments", criteria_set_id),
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/amendments", { params: { path: { sheet_id } } })),
    staleTime: Infinity,
  });
  return data?.items ?? [];
}
