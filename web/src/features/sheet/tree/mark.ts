import { isSystem, type Item } from "@/shared/criteria/set";
import type { Leaf } from "../saving/leaves";

export type Mark =
  | "empty"
  | "partial"
  | "no_evidence"
  | "complete"
  | "warned"
  | "claimed"
  | "faulty"
  | "conflict"
  | "unsaved"
  | "survey"
  | "system"
  | "none";
/** What a sheet still lacks of an item, as the service says. */
export type MissingKind = "value" | "evidence";

/** The state of an item as it is marked in the tree; what is missing comes from the service. */
export function markOf(item: Item, leaf: Leaf, missing: MissingKind | undefined): Mark {
  if (isSystem(item)) return item.kind === "leaf" && item.scoring.method === "survey" ? "survey" : "system";
  if (leaf.phase === "conflict") return "conflict";
  if (leaf.phase === "refused") return "faulty";
  if (leaf.phase === "waiting" || leaf.phase === "session") return "unsaved";
  const { answer } = leaf;
  if (missing === "value") return answer === undefined || isBlank(leaf) ? "empty" : "partial";
  if (missing === "evidence") return "no_evidence";
  if (answer === undefined) return item.kind === "adjustment" ? "none" : "empty";
  if (answer.is_claim) return "claimed";
  return answer.warnings.length > 0 ? "warned" : "complete";
}

/** Whether the item still asks for something: what *còn thiếu* shows. */
export function isOpen(mark: Mark): boolean {
  return ["empty", "partial", "no_evidence", "faulty", "conflict", "unsaved"].includes(mark);
}

function isBlank({ fields }: Leaf): boolean {
  const { option, numerator, denominator, count, explanation, evidence } = fields;
  return (
    [option, numerator, denominator, count, explanation].every((text) => text.trim() === "") && evidence.length === 0
  );
}
