import { matchPath } from "react-router";

/** The pages that guidance can be written for, by the key it is kept under; the first that fits an address counts. */
export const GUIDED_PAGES = [
  ["overview", "/"],
  ["own_sheets", "/:program/self_assessment"],
  ["report", "/:program/self_assessment/:sheetId/report"],
  ["receipt", "/:program/self_assessment/:sheetId/receipt"],
  ["clarifications", "/:program/self_assessment/:sheetId/clarifications"],
  ["sheet", "/:program/self_assessment/:sheetId/*"],
  ["lending", "/lending"],
  ["appraisals", "/:program/appraisal"],
  ["appraisal_by_leaf", "/:program/appraisal/:appraisalId/items/*"],
  ["appraisal_by_sheet", "/:program/appraisal/:appraisalId/sheets/*"],
  ["second_looks", "/:program/appraisal/:appraisalId/second-looks"],
  ["appraisal_members", "/:program/appraisal/:appraisalId/members"],
  ["results", "/results"],
  ["imports", "/results/imports"],
  ["why", "/results/:periodId/sheets/:sheetId"],
  ["appeals", "/results/:periodId/appeals"],
  ["council", "/results/:periodId/council"],
  ["result", "/results/:periodId"],
  ["periods", "/administration/periods"],
  ["period", "/administration/periods/:periodId"],
  ["criteria_sets", "/administration/criteria-sets"],
  ["criteria_set", "/administration/criteria-sets/:criteriaSetId"],
  ["survey", "/administration/survey"],
  ["units", "/administration/units"],
  ["unit_mergers", "/administration/units/mergers"],
  ["accounts", "/administration/accounts"],
  ["assignment", "/administration/assignment"],
  ["log", "/administration/log"],
  ["guidance", "/administration/guidance"],
  ["own_survey", "/survey/*"],
  ["unit_accounts", "/accounts"],
  ["incidents", "/incidents"],
  ["own_log", "/log"],
  ["published", "/published/*"],
  ["check", "/check/*"],
] as const;

export type GuidedPage = (typeof GUIDED_PAGES)[number][0];

/** The key of the page at an address; undefined where guidance belongs to none. */
export function pageAt(path: string): GuidedPage | undefined {
  return GUIDED_PAGES.find(([, pattern]) => matchPath(pattern, path) !== null)?.[0];
}
