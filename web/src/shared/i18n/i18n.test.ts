import i18next from "i18next";
import { afterAll, expect, it } from "vitest";
import { changeLanguage, loadMessages, startMessages } from ".";

afterAll(() => changeLanguage("vi"));

it("says everything in the language that is chosen, what all pages share too", async () => {
  await startMessages();
  await loadMessages("overview");
  await changeLanguage("en");
  expect(i18next.t("action.cancel")).toBe("Cancel");
  expect(i18next.t("overview:column.deadline")).toBe("Deadline");
  await changeLanguage("vi");
  expect(i18next.t("action.cancel")).toBe("Hủy");
});
