import { assessment, ifMatch, ok } from "@/shared/api/clients";
import type { Answer, Body } from "./saving/fields";

/** Save one item upon the version it was read with (0: nobody has written to it). */
export function saveItem(sheetId: string, item: string, body: Body, version: number): Promise<Answer> {
  return ok(
    assessment.PUT("/api/assessment/sheets/{sheet_id}/items/{item}", {
      params: { path: { sheet_id: sheetId, item }, header: { "If-Match": ifMatch(version) } },
      body,
    }),
  );
}
