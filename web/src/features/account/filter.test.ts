import { expect, test } from "vitest";
import { found, type AccountFilter } from "./filter";
import type { Account } from "./useAccounts";

function account(username: string, fields: Partial<Account> = {}): Account {
  return {
    id: username,
    username,
    sub: username,
    holder_name: username,
    kind: "data_entry",
    roles: [],
    unit_code: null,
    appraiser_code: null,
    only_for_unit: null,
    status: "active",
    locked_reason: null,
    locked_at: null,
    appraisal_lock: null,
    council_session_open: false,
    version: 1,
    allowed_actions: [],
    ...fields,
  };
}

function names(filter: Partial<AccountFilter>): string[] {
  const accounts = [
    account("lan", { holder_name: "Lê Thị Lán", unit_code: "so-y-te" }),
    account("mai", { kind: "appraisal", appraisal_lock: "writing" }),
    account("hoa", { status: "locked" }),
    account("cu", { status: "ended", appraisal_lock: "writing" }),
  ];
  const place = (one: Account) => (one.unit_code === "so-y-te" ? "Sở Y tế" : "");
  return found(accounts, { words: "", state: "all", ...filter }, place).map((one) => one.username);
}

test("accounts are found by name, by place without marks, by kind and unit", () => {
  expect(names({ words: "le thi" })).toEqual(["lan"]);
  expect(names({ words: "so y te" })).toEqual(["lan"]);
  expect(names({ kind: "appraisal" })).toEqual(["mai"]);
  expect(names({ unit: "so-y-te" })).toEqual(["lan"]);
});

test("an ended account is neither usable nor under an appraisal lock", () => {
  expect(names({ state: "usable" })).toEqual(["lan", "mai", "hoa"]);
  expect(names({ state: "appraisal_lock" })).toEqual(["mai"]);
  expect(names({ state: "locked" })).toEqual(["hoa"]);
  expect(names({ state: "ended" })).toEqual(["cu"]);
});
