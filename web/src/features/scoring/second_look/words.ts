import { points } from "@/shared/format/numbers";
import type { SecondLook } from "./useSecondLooks";

type Translate = (key: string, values?: Record<string, unknown>) => string;

/** Score or count, as it is shown. */
export function figure(look: SecondLook, of: "answer" | "present", t: Translate): string {
  const [notApplicable, score, count] =
    of === "answer"
      ? [look.not_applicable, look.score, look.count]
      : [look.present_not_applicable, look.present_score, look.present_count];
  if (notApplicable) return t("claim");
  return score === null && count === null ? "–" : points(score ?? count);
}

/** How a second look stands, in a few words. */
export function stateWords(look: SecondLook, t: Translate): string {
  if (look.state === "open") return t("look.state.open");
  const said = t(`look.state.${look.state}`, { score: figure(look, "answer", t) });
  return look.changed_since ? `${said}; ${t("look.changed_since")}` : said;
}
