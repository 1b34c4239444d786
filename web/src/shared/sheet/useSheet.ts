import { queryOptions, useQuery } from "@tanstack/react-query";
import type { components } from "@/api/generated/assessment";
import { assessment, ok } from "@/shared/api/clients";
import { sheetKeys } from "./keys";

export type Sheet = components["schemas"]["SheetOut"];

export function sheetQuery(sheetId: string) {
  return queryOptions({
    queryKey: sheetKeys.part(sheetId, "sheet"),
    queryFn: () => ok(assessment.GET("/api/assessment/sheets/{sheet_id}", { params: { path: { sheet_id: sheetId } } })),
  });
}

export function useSheet(sheetId: string) {
  return useQuery(sheetQuery(sheetId));
}
