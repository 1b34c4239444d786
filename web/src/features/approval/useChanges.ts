import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export type ItemChange = components["schemas"]["ChangedItemOut"];
export type Side = components["schemas"]["ReportedOut"];

/** What the report says else now than at a step of the sheet; without `since` at the last return, else the last export. */
export function useChanges(sheetId: string, since: number | undefined) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "changes", since),
    queryFn: () =>
      ok(
        assessment.GET("/api/assessment/sheets/{sheet_id}/changes", {
          params: { path: { sheet_id: sheetId }, query: since === undefined ? {} : { since } },
        }),
      ),
  });
}
