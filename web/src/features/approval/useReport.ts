import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export type Report = components["schemas"]["ReportOut"];
export type ReportRow = components["schemas"]["ReportRowOut"];

/** What the report says, with the fingerprint of exactly that. */
export function useReport(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "report"),
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/report", { params: { path: { sheet_id: sheetId } } })),
  });
}
