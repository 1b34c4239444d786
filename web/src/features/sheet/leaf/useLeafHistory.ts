import { useQuery } from "@tanstack/react-query";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

/** Every save of an item, newest first; asked for when it is opened. `version`: what is newest as far as the page knows. */
export function useLeafHistory(sheetId: string, item: string, version: number) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "history", item, version),
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/sheets/{sheet_id}/items/{item}/history", {
          params: { path: { sheet_id: sheetId, item }, query: { limit: 50 } },
        }),
      ),
  });
}
