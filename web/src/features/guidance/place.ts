import type { GuidedPage } from "@/shared/guidance/pages";

/** What words are about, and how it is called on the page. */
export type Place = { title: string } & (
  { kind: "page"; page: GuidedPage } | { kind: "leaf"; set_code: string; item: string }
);

export function keyOf(place: Place): string {
  return place.kind === "page" ? `page/${place.page}` : `leaf/${place.set_code}/${place.item}`;
}
