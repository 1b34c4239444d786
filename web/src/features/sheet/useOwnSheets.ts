import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { all, assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "@/shared/sheet/keys";

export type OwnSheet = components["schemas"]["OwnSheetOut"];
export type Program = "par_index" | "task_completion";

/** The own unit's sheets of a program over the periods, newest first. */
export function useOwnSheets(program: Program) {
  return useQuery({
    queryKey: [...sheetKeys.all, "own", program],
    queryFn: () =>
      all((after) =>
        ok(assessment.GET("/api/assessment/sheets", { params: { query: { program, after, limit: 100 } } })),
      ),
  });
}
