import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

/** Every change of the sheet's state, oldest first. */
export function useStateHistory(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "history"),
    queryFn: async () =>
      (
        await ok(
          assessment.GET("/api/assessment/sheets/{sheet_id}/history", { params: { path: { sheet_id: sheetId } } }),
        )
      ).items,
  });
}
