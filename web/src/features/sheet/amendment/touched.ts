import type { SheetAmendment } from "./useSheetAmendments";

/** Items of a decision that the unit has to look at: to be declared anew, and new ones. */
export function toDeclare(amendment: SheetAmendment): string[] {
  const { changed, added } = amendment.items;
  return [...changed, ...added].filter((item) => item.declared_anew).map((item) => item.code);
}

export type LeafTouch = "emptied" | "restored" | "rescored" | "declared_anew" | "changed" | "added";

/** What the decision did to one item of this sheet, the gravest first. */
export function touchOf(amendment: SheetAmendment, code: string): LeafTouch | undefined {
  for (const kind of ["emptied", "restored", "rescored"] as const) if (amendment[kind].includes(code)) return kind;
  const { changed, added } = amendment.items;
  if (added.some((item) => item.code === code)) return "added";
  const item = changed.find((one) => one.code === code);
  return item && (item.declared_anew ? "declared_anew" : "changed");
}
