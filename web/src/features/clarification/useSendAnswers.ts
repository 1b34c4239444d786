import { assessment, ok } from "@/shared/api/clients";
import { ProblemError } from "@/shared/api/problem";
import { useSheetAct } from "@/shared/sheet/useSheetAct";

/** Send all answers of the open window, once: that nothing is left to send after a lost answer is what was wanted. */
export function useSendAnswers(sheetId: string) {
  return useSheetAct(sheetId, async () => {
    try {
      await ok(
        assessment.POST("/api/assessment/sheets/{sheet_id}/clarifications/send", {
          params: { path: { sheet_id: sheetId } },
        }),
      );
    } catch (fault) {
      if (!(fault instanceof ProblemError && fault.kind === "assessment/nothing-to-send")) throw fault;
    }
  });
}
