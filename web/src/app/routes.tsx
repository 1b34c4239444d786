import type { ComponentType } from "react";
import type { RouteObject } from "react-router";

type PageModule = Promise<{ default: ComponentType }>;

/** A page whose file is loaded when it is first opened. */
function page(path: string, load: () => PageModule): RouteObject {
  return { path, lazy: async () => ({ Component: (await load()).default }) };
}

/** Pages for everybody, signed in or not. */
export const PUBLIC_PAGES: RouteObject[] = [
  page("published", () => import("@/features/publication/PublishedListPage")),
  page("published/:periodId", () => import("@/features/publication/PublishedPage")),
  page("check", () => import("@/features/publication/CheckPage")),
  page("check/:fingerprint", () => import("@/features/publication/CheckPage")),
  // The address that printed documents bear.
  page("kiem-tra/:fingerprint", () => import("@/features/publication/CheckPage")),
];

/** Pages of an account that is signed in and chosen. */
export const ACCOUNT_PAGES: RouteObject[] = [
  page(":program/self_assessment", () => import("@/features/sheet/OwnSheetsPage")),
  page(":program/self_assessment/:sheetId", () => import("@/features/sheet/SheetPage")),
  page(":program/self_assessment/:sheetId/items/:item", () => import("@/features/sheet/SheetPage")),
  page(":program/self_assessment/:sheetId/report", () => import("@/features/approval/ReportPage")),
  page(":program/self_assessment/:sheetId/receipt", () => import("@/features/approval/ReceiptPage")),
  page(":program/self_assessment/:sheetId/clarifications", () => import("@/features/clarification/ClarificationPage")),
  page("lending", () => import("@/features/approval/LendingPage")),
  page(":program/appraisal", () => import("@/features/scoring/AppraisalPage")),
  page(":program/appraisal/:appraisalId/items/:item?", () => import("@/features/scoring/ByLeafPage")),
  page(":program/appraisal/:appraisalId/sheets/:sheetId?", () => import("@/features/scoring/BySheetPage")),
  page(":program/appraisal/:appraisalId/members", () => import("@/features/assignment/MembersPage")),
  page("results", () => import("@/features/result/ResultsPage")),
  page("results/imports", () => import("@/features/imported/ImportPage")),
  page("results/:periodId", () => import("@/features/result/ResultPage")),
  page("results/:periodId/sheets/:sheetId", () => import("@/features/result/WhyPage")),
  page("results/:periodId/appeals", () => import("@/features/appeal/AppealsPage")),
  page("results/:periodId/council", () => import("@/features/council/CouncilPage")),
  page("administration/periods", () => import("@/features/planning/PeriodsPage")),
  page("administration/periods/:periodId", () => import("@/features/planning/PeriodPage")),
  page("administration/criteria-sets", () => import("@/features/criteria_set/CriteriaSetsPage")),
  page("administration/criteria-sets/:criteriaSetId", () => import("@/features/criteria_set/CriteriaSetPage")),
  page("administration/survey", () => import("@/features/survey_campaign/SurveyPage")),
  page("administration/units", () => import("@/features/unit/UnitsPage")),
  page("administration/accounts", () => import("@/features/account/AccountsPage")),
  page("administration/assignment", () => import("@/features/assignment/MatrixPage")),
  page("administration/log", () => import("@/features/log/LogPage")),
  page("accounts", () => import("@/features/account/AccountsPage")),
  page("incidents", () => import("@/features/incident/IncidentsPage")),
  page("log", () => import("@/features/log/OwnLogPage")),
];
