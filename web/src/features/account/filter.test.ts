import { expect, test } from "vitest";
import { queryOf } from "./filter";

test("only what is looked for is asked", () => {
  expect(queryOf({ words: "  ", state: "all" })).toEqual({});
  expect(queryOf({ words: " Hòa ", kind: "data_entry", unit: "so-y-te", state: "usable" })).toEqual({
    words: "Hòa",
    kind: "data_entry",
    unit_code: "so-y-te",
    usable: true,
  });
});

test("a state is a status of its own, an appraisal lock is none", () => {
  expect(queryOf({ words: "", state: "locked" })).toEqual({ status: "locked" });
  expect(queryOf({ words: "", state: "ended" })).toEqual({ status: "ended" });
  expect(queryOf({ words: "", state: "appraisal_lock" })).toEqual({ appraisal_lock: true });
});
