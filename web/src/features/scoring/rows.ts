import { time } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import { byName } from "@/shared/format/search";
import { scoreText, type Edit, type Edits } from "./edits";
import type { Item } from "./keys";
import { keyOf } from "./kept";
import type { SecondLook } from "./second_look/useSecondLooks";
import { stateWords } from "./second_look/words";

/** A line of the grid of one leaf: only texts, as they are shown and copied. */
export interface Row {
  key: string;
  unit: string;
  declared: string;
  self: string;
  score: string;
  difference: string;
  reason: string;
  files: string;
  state: string;
  ticked: boolean;
  tone: "plain" | "differs" | "fault" | "waiting";
  locked: boolean;
}

type Translate = (key: string, values?: Record<string, unknown>) => string;

export function rowsOf(
  items: Item[],
  edits: Edits,
  ticked: ReadonlySet<string>,
  looks: ReadonlyMap<string, SecondLook>,
  t: Translate,
): Row[] {
  return items
    .map((item) => rowOf(item, edits.get(keyOf(item)), ticked.has(keyOf(item)), looks.get(keyOf(item)), t))
    .sort((a, b) => byName(a.unit, b.unit));
}

function rowOf(item: Item, edit: Edit | undefined, ticked: boolean, look: SecondLook | undefined, t: Translate): Row {
  const self = item.kind === "adjustment" ? (item.claimed_count ?? "0") : points(item.self_score);
  return {
    key: keyOf(item),
    unit: item.unit_name,
    declared: item.declared,
    self: item.is_claim ? t("claim") : self,
    score: edit?.score ?? scoreText(item),
    difference: edit?.score === undefined ? signed(item.difference) : "",
    reason: edit?.reason ?? item.reason,
    files: item.evidence.length > 0 ? t("files", { count: item.evidence.length }) : t("no_files"),
    state: [stateText(item, edit, t), look && stateWords(look, t)].filter(Boolean).join(" · "),
    ticked,
    tone: toneOf(item, edit),
    locked: !item.may_write,
  };
}

/** A difference with its sign; nothing where there is none. */
export function signed(difference: string | null | undefined): string {
  if (difference === null || difference === undefined || /^-?0*(\.0*)?$/.test(difference)) return "";
  return difference.startsWith("-") ? points(difference) : `+${points(difference)}`;
}

export function stateText(item: Item, edit: Edit | undefined, t: Translate): string {
  if (edit === undefined || (edit.state === "saved" && edit.savedAt === undefined)) {
    if (!item.may_write) return t("state.not_mine");
    if (item.reason_due) return t("state.reason_due");
    return item.scored_at === null ? t("state.unscored") : "";
  }
  if (edit.state === "saved") return t("common:saving.saved", { time: time(edit.savedAt ?? "") });
  if (edit.state === "refused") return t("state.refused", { why: edit.why });
  if (edit.state === "waiting") return t("common:saving.waiting");
  if (edit.state === "saving") return t("common:saving.saving");
  return t(`state.${edit.state}`);
}

function toneOf(item: Item, edit: Edit | undefined): Row["tone"] {
  if (edit && ["refused", "conflict", "reason_due"].includes(edit.state)) return "fault";
  if (edit && edit.state !== "saved") return "waiting";
  return item.differs ? "differs" : "plain";
}
