import { useTranslation } from "react-i18next";
import { points } from "@/shared/format/numbers";
import type { Adjustment, Item, Leaf, Option } from "./set";
import "./method.css";

/** How an item is scored, in words, as its criteria set says. */
export function MethodWords({ item, decimals }: { item: Item; decimals: number }) {
  const sentences = useSentences(item, decimals);
  return (
    <div className="method">
      <ul>
        {sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {item.kind === "leaf" && <Levels leaf={item} />}
    </div>
  );
}

function useSentences(item: Item, decimals: number): string[] {
  const { t } = useTranslation();
  if (item.kind === "adjustment") return [ofAdjustment(item, t)];
  const { scoring } = item;
  const said: string[] = [];
  if (scoring.method === "yes_no") said.push(t("criteria.yes_no"));
  if (scoring.method === "survey") said.push(t("criteria.survey"));
  if (scoring.method === "levels") said.push(t(`criteria.levels_${scoring.input ?? "choice"}`));
  if (scoring.method === "ratio") {
    said.push(
      scoring.denominator?.constant === undefined
        ? t("criteria.ratio", { max: points(item.max_score) })
        : t("criteria.ratio_constant", { max: points(item.max_score), constant: points(scoring.denominator.constant) }),
    );
    if (scoring.floor) {
      const { below_percent, score } = scoring.floor;
      said.push(t("criteria.floor", { percent: points(below_percent), score: points(score) }));
    }
    said.push(t("criteria.rounding", { count: decimals }));
  }
  if (scoring.method === "deduction") {
    said.push(
      t("criteria.deduction", {
        start: points(scoring.start_score),
        each: points(scoring.per_occurrence),
        unit: scoring.unit ?? t("criteria.case"),
        min: points(scoring.min_score ?? "0"),
      }),
    );
  }
  const percent = scoring.method === "ratio" || scoring.input === "percent";
  if (percent && scoring.zero_denominator && scoring.denominator?.constant === undefined) {
    said.push(t(`criteria.zero_${scoring.zero_denominator}`));
  }
  if (scoring.auto_source) said.push(t("criteria.auto", { source: sourceOf(scoring.auto_source, t) }));
  return said;
}

type Say = ReturnType<typeof useTranslation>["t"];

function ofAdjustment(item: Adjustment, t: Say): string {
  const said = t(item.adds ? "criteria.bonus" : "criteria.malus", {
    each: points(item.per_occurrence),
    unit: item.unit,
    cap: points(item.cap),
  });
  return item.auto_source ? `${said} ${t("criteria.auto", { source: sourceOf(item.auto_source, t) })}` : said;
}

function sourceOf(source: string, t: Say): string {
  return t(`criteria.source.${source.replace(".", "_")}`, { defaultValue: source });
}

function Levels({ leaf }: { leaf: Leaf }) {
  const { t } = useTranslation();
  const levels: Option[] | undefined = leaf.scoring.levels ?? leaf.scoring.options;
  if (levels === undefined || leaf.scoring.input === "choice" || leaf.scoring.method === "yes_no") return null;
  return (
    <table className="method-levels">
      <thead>
        <tr>
          <th scope="col">{t("criteria.level")}</th>
          <th scope="col">{t("criteria.points")}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => (
          <tr key={level.id}>
            <td>{level.label}</td>
            <td>{points(level.score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
