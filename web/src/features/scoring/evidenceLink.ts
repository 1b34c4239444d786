import { appraisal, ok } from "@/shared/api/clients";
import type { EvidenceFile, GetLink } from "@/shared/evidence";
import type { Item } from "./keys";

/** Links by appraisal's own operation: what an appraiser may read stands on the sheet that was sent. */
export function linkOf(sheetId: string): GetLink {
  return async (file) => {
    const path = { sheet_id: sheetId, sha256: file.sha256 ?? file.id };
    return (await ok(appraisal.GET("/api/appraisal/sheets/{sheet_id}/evidence/{sha256}/link", { params: { path } })))
      .url;
  };
}

export function filesOf(evidence: Item["evidence"]): EvidenceFile[] {
  return evidence.map((file) => ({ ...file, id: file.sha256 }));
}
