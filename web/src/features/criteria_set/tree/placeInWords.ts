import type { TFunction } from "i18next";
import { pathOf, textAt, type Document, type Path } from "./document";

type Say = TFunction<"criteria_set">;
/** Lists whose members people know by what they are and a code. */
const LISTS = new Set([
  "fields",
  "criteria",
  "sub_criteria",
  "items",
  "knock_out_conditions",
  "grades",
  "levels",
  "options",
  "sources",
  "delay_bands",
]);
/** Parts that only hold others: a level of a classification is known without it. */
const SILENT = new Set(["adjustments", "classification", "scoring", "floor"]);

/** `fields[0].criteria[1].scoring.levels[2].below` as “Tiêu chí 1.2, Bậc 3, Dưới”: by code where there is one, else by its number. */
export function placeInWords(document: Document, place: string, t: Say): string {
  const path = pathOf(place);
  const words: string[] = [];
  path.forEach((key, at) => {
    const before = path[at - 1];
    if (typeof key === "number") {
      if (typeof before === "string" && LISTS.has(before))
        words.push(member(document, path.slice(0, at + 1), before, t));
      else words.push(t("place.number", { number: key + 1 }));
    } else if (before === "appraisers") words.push(key);
    else if (!isHeld(key, path[at + 1]) && !SILENT.has(key)) words.push(column(key, t));
  });
  return innermost(words, path).join(", ") || t("place.whole");
}

/** A list is named by its member. */
function isHeld(key: string, next: string | number | undefined): boolean {
  return typeof next === "number" && LISTS.has(key);
}

function member(document: Document, path: Path, list: string, t: Say): string {
  const code = textAt(document, [...path, "code"]) || textAt(document, [...path, "id"]);
  const number = (path.at(-1) as number) + 1;
  return t(`place.${list}`, { code: code || t("place.number", { number }) });
}

function column(key: string, t: Say): string {
  return t(`place.column.${key}`, { defaultValue: t(`attribute.${key}`, { defaultValue: key }) });
}

/** Of field, criterion and sub-criterion only the innermost: its code says where it stands. */
function innermost(words: string[], path: Path): string[] {
  const nodes = path.filter((key, at) => typeof key === "number" && NODES.has(String(path[at - 1]))).length;
  return nodes > 1 ? words.slice(nodes - 1) : words;
}
const NODES = new Set(["fields", "criteria", "sub_criteria"]);
