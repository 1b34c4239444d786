import type { components } from "@/api/generated/ranking";

export type Publication = components["schemas"]["PublicationOut"];
export type Published = components["schemas"]["PublishedOut"];
export type Line = components["schemas"]["PublishedLineOut"];
export type Checked = components["schemas"]["CheckOut"];

export const publishedKeys = {
  list: ["published"] as const,
  one: (periodId: string, version: number | null) => ["published", periodId, version] as const,
};
