import { useQuery } from "@tanstack/react-query";
import { all, appraisal, ok } from "@/shared/api/clients";

/** Every change of what the agency gave to an item, newest first. `version` asks anew after a change. */
export function useItemHistory(sheetId: string, item: string, version: number, enabled: boolean) {
  return useQuery({
    queryKey: ["appraised-items", sheetId, item, "history", version],
    enabled,
    queryFn: async () =>
      (
        await all((after) =>
          ok(
            appraisal.GET("/api/appraisal/sheets/{sheet_id}/items/{item}/history", {
              params: { path: { sheet_id: sheetId, item }, query: { after } },
            }),
          ),
        )
      ).reverse(),
  });
}
