import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export function useReceipt(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "receipt"),
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/receipt", { params: { path: { sheet_id: sheetId } } })),
  });
}
