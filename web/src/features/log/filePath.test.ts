import { expect, test } from "vitest";
import { filePath } from "./useLog";

test("a file holds what the list shows: every part of the filter goes along, several acts too", () => {
  const path = filePath("identity", "csv", {
    who: "Lê & Lan",
    act: ["account.locked", "account.ended"],
    since: undefined,
  });
  expect(path).toBe("/api/identity/log/file.csv?who=L%C3%AA+%26+Lan&act=account.locked&act=account.ended");
});
