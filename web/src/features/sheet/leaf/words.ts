import type { Item } from "@/shared/criteria/set";
import { points } from "@/shared/format/numbers";
import type { Fields, Group } from "../saving/fields";

/** A declared value or explanation as one reads it. */
export function inWords(group: Group, fields: Fields, item: Item, t: (key: "value.claim") => string): string {
  if (group === "explanation") return fields.explanation || "–";
  if (fields.not_applicable) return t("value.claim");
  const options = item.kind === "leaf" ? (item.scoring.levels ?? item.scoring.options ?? []) : [];
  const option = options.find((one) => one.id === fields.option);
  if (option) return `${option.label} (${points(option.score)})`;
  if (fields.numerator || fields.denominator) return `${fields.numerator || "…"} / ${fields.denominator || "…"}`;
  return fields.count || "–";
}
