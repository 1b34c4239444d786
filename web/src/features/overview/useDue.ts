import { useQuery } from "@tanstack/react-query";
import type { components as Appraisal } from "@/api/generated/appraisal";
import type { components as Assessment } from "@/api/generated/assessment";
import { all, appraisal, assessment, ok } from "@/shared/api/clients";

export type OwnSheet = Assessment["schemas"]["OwnSheetOut"];
export type AppraisalOfAgency = Appraisal["schemas"]["AppraisalOut"];

const STALE_MS = 30_000;

/** The sheets of the own unit, newest period first. */
export function useOwnSheets() {
  return useQuery({
    queryKey: ["overview", "own-sheets"],
    staleTime: STALE_MS,
    queryFn: (): Promise<OwnSheet[]> =>
      all((after) => ok(assessment.GET("/api/assessment/sheets", { params: { query: { limit: 100, after } } }))),
  });
}

/** The appraisals that the account sees: of the own agency, for a manager of all. */
export function useAppraisals() {
  return useQuery({
    queryKey: ["overview", "appraisals"],
    staleTime: STALE_MS,
    queryFn: (): Promise<AppraisalOfAgency[]> =>
      all((after) => ok(appraisal.GET("/api/appraisal/appraisals", { params: { query: { limit: 100, after } } }))),
  });
}
