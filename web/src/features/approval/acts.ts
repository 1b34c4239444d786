import { assessment, ok } from "@/shared/api/clients";
import { ProblemError } from "@/shared/api/problem";
import { useSheetAct } from "@/shared/sheet/useSheetAct";

const SHEET = "/api/assessment/sheets/{sheet_id}";

function of(sheetId: string) {
  return { params: { path: { sheet_id: sheetId } } };
}

/** Approve exactly what was seen: the fingerprint of the report on the screen. */
export function useApprove(sheetId: string) {
  return useSheetAct(sheetId, (fingerprint: string) =>
    ok(assessment.POST(`${SHEET}/approve`, { ...of(sheetId), body: { fingerprint } })),
  );
}

export function useReturn(sheetId: string) {
  return useSheetAct(sheetId, (reason: string) =>
    ok(assessment.POST(`${SHEET}/return`, { ...of(sheetId), body: { reason } })),
  );
}

export function useVoidApproval(sheetId: string) {
  return useSheetAct(sheetId, (reason: string) =>
    ok(assessment.POST(`${SHEET}/void-approval`, { ...of(sheetId), body: { reason } })),
  );
}

export function useAttachSigned(sheetId: string) {
  return useSheetAct(sheetId, (evidenceId: string) =>
    ok(assessment.PUT(`${SHEET}/signed-report`, { ...of(sheetId), body: { evidence_id: evidenceId } })),
  );
}

/** Send once: where the answer to an earlier try was lost, that it was sent already is the success that was wanted. */
export function useSend(sheetId: string, onSent: () => void) {
  return useSheetAct(sheetId, async () => {
    try {
      await ok(assessment.POST(`${SHEET}/send`, of(sheetId)));
    } catch (fault) {
      if (!(fault instanceof ProblemError && fault.kind === "assessment/already-sent")) throw fault;
    }
    // Here and not as an option of `mutate`: the button is gone as soon as the sheet is known to be sent.
    onSent();
  });
}

export function useRecall(sheetId: string) {
  return useSheetAct(sheetId, (reason: string) =>
    ok(assessment.POST(`${SHEET}/recall`, { ...of(sheetId), body: { reason } })),
  );
}

/** Note that the report was taken out, as it stands. */
export function useExport(sheetId: string) {
  return useSheetAct(sheetId, () => ok(assessment.POST(`${SHEET}/report`, of(sheetId))));
}
