import { expect, test } from "vitest";
import { pageAt } from "./pages";

test("a page is known by its address", () => {
  const known = {
    "/": "overview",
    "/par_index/self_assessment": "own_sheets",
    "/par_index/self_assessment/1": "sheet",
    "/par_index/self_assessment/1/items/1.1.1": "sheet",
    "/par_index/self_assessment/1/report": "report",
    "/task_completion/appraisal/1/items": "appraisal_by_leaf",
    "/results/imports": "imports",
    "/results/1": "result",
    "/administration/units/mergers": "unit_mergers",
    "/published/1": "published",
  };
  for (const [path, page] of Object.entries(known)) expect(pageAt(path)).toBe(page);
  expect(pageAt("/account")).toBeUndefined();
});
