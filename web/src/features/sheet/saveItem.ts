import { assessment, ifMatch, ok } from "@/shared/api/clients";
import type { Answer, Body } from "./saving/fields";

/**
 * Save one item upon the version it was read with (0: nobody has written to it), typed by the version `seen` of the criteria set: what an
 * amending decision changed since is refused.
 */
export function saveItem(
  sheetId: string,
  item: string,
  body: Body,
  version: number,
  seen: string | undefined,
): Promise<Answer> {
  return ok(
    assessment.PUT("/api/assessment/sheets/{sheet_id}/items/{item}", {
      params: { path: { sheet_id: sheetId, item }, header: { "If-Match": ifMatch(version) } },
      body: { ...body, criteria_set_id: seen ?? null },
    }),
  );
}
