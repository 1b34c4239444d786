import type { AnswerBefore } from "./useLastYear";

/** The explanation with last year's text and names of files behind what is there; unchanged where it has them already. */
export function carried(
  explanation: string,
  before: Pick<AnswerBefore, "explanation" | "evidence">,
  filesWord: string,
): string {
  const names = before.evidence.map((file) => file.name).join("; ");
  const brought = [before.explanation.trim(), names && `${filesWord} ${names}`].filter(Boolean).join("\n");
  if (brought === "" || explanation.includes(brought)) return explanation;
  return explanation.trim() === "" ? brought : `${explanation.trimEnd()}\n${brought}`;
}
