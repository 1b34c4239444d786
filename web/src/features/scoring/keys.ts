import type { components } from "@/api/generated/appraisal";

export type Appraisal = components["schemas"]["AppraisalOut"];
export type Grid = components["schemas"]["GridOut"];
export type GridSheet = components["schemas"]["GridSheetOut"];
export type GridLeaf = components["schemas"]["GridLeafOut"];
export type GridCell = components["schemas"]["GridCellOut"];
export type Item = components["schemas"]["AssignedItemOut"];
export type ScoreLine = components["schemas"]["ScoreLineIn"];
export type Kept = components["schemas"]["ScoreOut"];
export type Scores = components["schemas"]["ScoresOut"];
export type Mark = GridCell["marks"][number];

export const appraisalKeys = {
  all: ["appraisals"] as const,
  one: (id: string) => ["appraisals", id] as const,
  grid: (id: string) => ["appraisals", id, "grid"] as const,
  items: (id: string, of: Leaf | Sheet) => ["appraisals", id, "items", of] as const,
  sending: (id: string) => ["appraisals", id, "sending"] as const,
  history: (id: string) => ["appraisals", id, "history"] as const,
  questions: (id: string) => ["appraisals", id, "questions"] as const,
  secondLooks: (id: string) => ["appraisals", id, "second-looks"] as const,
  knockOuts: (id: string) => ["appraisals", id, "knock-outs"] as const,
};

/** One leaf over all units. */
export interface Leaf {
  set_code: string;
  item: string;
}

/** One unit over all leaves. */
export interface Sheet {
  sheet_id: string;
}
