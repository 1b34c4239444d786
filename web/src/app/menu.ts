import type { Account } from "@/shared/session/useSession";

export interface Entry {
  key: string;
  to: string;
  children?: Entry[];
}

const SELF_ASSESSMENT: Entry[] = [
  { key: "par_index_self_assessment", to: "/par_index/self_assessment" },
  { key: "task_completion_self_assessment", to: "/task_completion/self_assessment" },
];
const APPRAISAL: Entry[] = [
  { key: "par_index_appraisal", to: "/par_index/appraisal" },
  { key: "task_completion_appraisal", to: "/task_completion/appraisal" },
];
const OVERVIEW: Entry = { key: "overview", to: "/" };
const LENDING: Entry = { key: "lending", to: "/lending" };
const UNIT_ACCOUNTS: Entry = { key: "unit_accounts", to: "/accounts" };
const PROPOSALS: Entry = { key: "criteria_proposals", to: "/criteria-proposals" };
const INCIDENTS: Entry = { key: "incidents", to: "/incidents" };
const OWN_LOG: Entry = { key: "own_log", to: "/log" };
const OWN_SURVEY: Entry = { key: "own_survey", to: "/survey" };
const RESULTS: Entry = { key: "results", to: "/results" };
const PUBLISHED: Entry = { key: "published", to: "/published" };

function administration(pages: string[]): Entry {
  return {
    key: "administration",
    to: "/administration",
    children: pages.map((page) => ({ key: page.replace("-", "_"), to: `/administration/${page}` })),
  };
}

/** Which pages an account's menu leads to; what it may do there, the services say. `surveyed`: it is asked survey forms. Labels: glossary §8. */
export function menuOf(account: Account | undefined, surveyed: boolean): Entry[] {
  switch (account?.kind) {
    case "data_entry":
      return [
        OVERVIEW,
        ...SELF_ASSESSMENT,
        ...(surveyed ? [OWN_SURVEY] : []),
        ...(account.roles.includes("unit_approver") ? [LENDING, UNIT_ACCOUNTS, PROPOSALS] : []),
        RESULTS,
        PUBLISHED,
        INCIDENTS,
        OWN_LOG,
      ];
    case "appraisal":
      return [
        OVERVIEW,
        ...APPRAISAL,
        ...(account.roles.includes("appraisal_lead") ? [UNIT_ACCOUNTS, PROPOSALS] : []),
        ...(account.roles.includes("council_member") ? [RESULTS] : []),
        PUBLISHED,
        INCIDENTS,
        OWN_LOG,
      ];
    case "management":
      return [
        OVERVIEW,
        RESULTS,
        administration([
          "periods",
          "criteria-sets",
          "criteria-proposals",
          "survey",
          "assignment",
          "units",
          "accounts",
          "guidance",
          "log",
        ]),
        PUBLISHED,
        INCIDENTS,
        OWN_LOG,
      ];
    case "administration":
      return [OVERVIEW, administration(["periods", "units", "accounts", "log"]), PUBLISHED, INCIDENTS, OWN_LOG];
    case "support":
      return [OVERVIEW, PUBLISHED, INCIDENTS, OWN_LOG];
    default:
      return [OVERVIEW, PUBLISHED];
  }
}
