import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { loadMessages } from "@/shared/i18n";

type PageModule = Promise<{ default: ComponentType }>;

/**
 * A page whose file, and the messages that its first words come from, are loaded when it is first opened. With the messages there, it
 * shows no second "loading", which React would keep for 300 ms at least.
 */
function page(path: string, load: () => PageModule, ...messages: string[]): RouteObject {
  return {
    path,
    lazy: async () => {
      const [file] = await Promise.all([load(), ...messages.map(loadMessages)]);
      return { Component: file.default };
    },
  };
}

/** Pages for everybody, signed in or not. */
export const PUBLIC_PAGES: RouteObject[] = [
  page("published", () => import("@/features/publication/PublishedListPage"), "publication"),
  page("published/:periodId", () => import("@/features/publication/PublishedPage"), "publication"),
  page("check", () => import("@/features/publication/CheckPage"), "publication"),
  page("check/:fingerprint", () => import("@/features/publication/CheckPage"), "publication"),
  // The address that printed documents bear.
  page("kiem-tra/:fingerprint", () => import("@/features/publication/CheckPage"), "publication"),
  // The address of one-answer survey links; the token stands behind `#`.
  page("khao-sat", () => import("@/features/survey_answer/LinkPage"), "survey_answer"),
];

/** Pages of an account that is signed in and chosen. */
export const ACCOUNT_PAGES: RouteObject[] = [
  page(":program/self_assessment", () => import("@/features/sheet/OwnSheetsPage"), "sheet", "evidence"),
  // One route with and without an item, so that the way to the first item does not begin the page anew.
  page(
    ":program/self_assessment/:sheetId/items?/:item?",
    () => import("@/features/sheet/SheetPage"),
    "sheet",
    "evidence",
  ),
  page(":program/self_assessment/:sheetId/report", () => import("@/features/approval/ReportPage"), "approval"),
  page(":program/self_assessment/:sheetId/receipt", () => import("@/features/approval/ReceiptPage"), "approval"),
  page(
    ":program/self_assessment/:sheetId/clarifications",
    () => import("@/features/clarification/ClarificationPage"),
    "clarification",
    "evidence",
  ),
  page("lending", () => import("@/features/approval/LendingPage"), "approval"),
  page(":program/appraisal", () => import("@/features/scoring/AppraisalPage"), "scoring", "evidence"),
  page(
    ":program/appraisal/:appraisalId/items/:item?",
    () => import("@/features/scoring/ByLeafPage"),
    "scoring",
    "evidence",
  ),
  page(
    ":program/appraisal/:appraisalId/sheets/:sheetId?",
    () => import("@/features/scoring/BySheetPage"),
    "scoring",
    "evidence",
  ),
  page(
    ":program/appraisal/:appraisalId/second-looks",
    () => import("@/features/scoring/second_look/SecondLooksPage"),
    "scoring",
  ),
  page(":program/appraisal/:appraisalId/members", () => import("@/features/assignment/MembersPage"), "assignment"),
  page("results", () => import("@/features/result/ResultsPage"), "result"),
  page("results/imports", () => import("@/features/imported/ImportPage"), "imported"),
  page("results/:periodId", () => import("@/features/result/ResultPage"), "result"),
  page("results/:periodId/sheets/:sheetId", () => import("@/features/result/WhyPage"), "result"),
  page("results/:periodId/appeals", () => import("@/features/appeal/AppealsPage"), "appeal"),
  page("results/:periodId/council", () => import("@/features/council/CouncilPage"), "council"),
  page("administration/periods", () => import("@/features/planning/PeriodsPage"), "planning"),
  page("administration/periods/:periodId", () => import("@/features/planning/PeriodPage"), "planning"),
  page("administration/criteria-sets", () => import("@/features/criteria_set/CriteriaSetsPage"), "criteria_set"),
  page(
    "administration/criteria-sets/:criteriaSetId",
    () => import("@/features/criteria_set/CriteriaSetPage"),
    "criteria_set",
  ),
  page("criteria-proposals", () => import("@/features/criteria_proposal/ProposalsPage")),
  page("administration/criteria-proposals", () => import("@/features/criteria_proposal/ProposalsPage")),
  page("administration/survey", () => import("@/features/survey_campaign/SurveyPage"), "survey_campaign"),
  page("administration/units", () => import("@/features/unit/UnitsPage"), "unit"),
  page("administration/units/mergers", () => import("@/features/unit/merging/MergersPage"), "unit"),
  page("administration/guidance", () => import("@/features/guidance/GuidancePage"), "guidance"),
  page("administration/accounts", () => import("@/features/account/AccountsPage"), "account"),
  page("administration/assignment", () => import("@/features/assignment/MatrixPage"), "assignment"),
  page("administration/log", () => import("@/features/log/LogPage"), "log"),
  page("survey", () => import("@/features/survey_answer/OwnFormsPage"), "survey_answer"),
  page("survey/:campaignId/:form/:unitCode", () => import("@/features/survey_answer/OwnFormPage"), "survey_answer"),
  page("accounts", () => import("@/features/account/AccountsPage"), "account"),
  page("incidents", () => import("@/features/incident/IncidentsPage"), "incident"),
  page("log", () => import("@/features/log/OwnLogPage"), "log"),
];
