import { assessment, ifMatch, ok } from "@/shared/api/clients";
import type { Given } from "./saver";
import type { Answer, Question } from "./useClarifications";

/** Save one answer upon the version it was typed on. */
export async function saveAnswer(sheetId: string, question: Question, given: Given, version: number): Promise<Answer> {
  const saved = await ok(
    assessment.PUT("/api/assessment/sheets/{sheet_id}/clarifications/{round}/{item}", {
      params: {
        path: { sheet_id: sheetId, round: question.round, item: question.item },
        header: { "If-Match": ifMatch(version) },
      },
      body: { text: given.text, evidence: given.files.map((file) => file.id) },
    }),
  );
  if (saved.answer === null) throw new Error("a saved answer comes back");
  return saved.answer;
}
