import { holds } from "@/shared/format/search";
import type { Account } from "./useAccounts";

export interface AccountFilter {
  words: string;
  kind?: string | undefined;
  unit?: string | undefined;
  state: "usable" | "locked" | "appraisal_lock" | "ended" | "all";
}

/** The accounts that are looked for; words are found in name, user name and place, with or without marks. */
export function found(accounts: Account[], filter: AccountFilter, placeOf: (account: Account) => string): Account[] {
  return accounts.filter(
    (account) =>
      inState(account, filter.state) &&
      (filter.kind === undefined || account.kind === filter.kind) &&
      (filter.unit === undefined || account.unit_code === filter.unit) &&
      (filter.words.trim() === "" ||
        holds(`${account.holder_name} ${account.username} ${placeOf(account)}`, filter.words)),
  );
}

function inState(account: Account, state: AccountFilter["state"]): boolean {
  switch (state) {
    case "usable":
      return account.status !== "ended";
    case "appraisal_lock":
      return account.status !== "ended" && account.appraisal_lock !== null;
    case "all":
      return true;
    default:
      return account.status === state;
  }
}
