import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "./keys";

export type Steps = components["schemas"]["StepsOut"];
export type Refusal = components["schemas"]["RefusalOut"];

/** What may be done with the sheet now, and why not what may not: rule, since when, who can lift it. */
export function useSteps(sheetId: string) {
  return useQuery({
    queryKey: sheetKeys.part(sheetId, "steps"),
    queryFn: () =>
      ok(assessment.GET("/api/assessment/sheets/{sheet_id}/steps", { params: { path: { sheet_id: sheetId } } })),
  });
}

/** What stands against an act; `null`: nothing. `undefined` while that is not known. */
export function refusalOf(steps: Steps | undefined, act: string): Refusal | null | undefined {
  return steps?.steps.find((step) => step.act === act)?.refusal;
}
