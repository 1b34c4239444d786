import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

/** What the sheet lacks before it may be approved. */
export function useMissing(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "missing"),
    queryFn: async () =>
      (
        await ok(
          assessment.GET("/api/assessment/sheets/{sheet_id}/missing", { params: { path: { sheet_id: sheetId } } }),
        )
      ).items,
  });
}
