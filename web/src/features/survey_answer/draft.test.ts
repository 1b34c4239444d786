import { beforeEach, describe, expect, it } from "vitest";
import { forgetDraft, keepDraft, readDraft } from "./draft";

describe("a draft of a survey answer", () => {
  beforeEach(() => sessionStorage.clear());

  it("is found again by the same place with the same key, and by no other", () => {
    const draft = { ...readDraft("a"), chosen: { Q1: "2" } };
    keepDraft("a", draft);
    expect(readDraft("a")).toEqual(draft);
    expect(readDraft("b").chosen).toEqual({});
    expect(readDraft("b").key).not.toBe(draft.key);
  });

  it("is gone once it was sent, or when what is kept cannot be read", () => {
    keepDraft("a", { ...readDraft("a"), consent: true });
    forgetDraft("a");
    expect(readDraft("a").consent).toBe(false);
    sessionStorage.setItem("a", "{");
    expect(readDraft("a").chosen).toEqual({});
  });
});
