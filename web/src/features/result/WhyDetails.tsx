import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import type { WhyItem } from "./keys";

/** One item: the service's sentences, then the values as they were given. */
export function WhyDetails({ item }: { item: WhyItem }) {
  const { t } = useTranslation("result");
  const { declared, given } = item;
  const facts: [string, ReactNode][] = [
    [t("why.self_score"), item.self_score === null ? null : points(item.self_score)],
    [t("why.appraised_score"), item.appraised_score === null ? null : points(item.appraised_score)],
    [t("why.numbers"), declared === null ? null : numbersOf(declared)],
    [t("why.explanation"), declared?.explanation],
    [t("why.evidence"), declared?.evidence.join("; ")],
    [t("why.reason"), given?.reason],
    [t("why.by"), given === null ? null : `${given.appraiser_code}, ${dateTime(given.scored_at)}`],
  ];
  return (
    <div>
      <ol>
        {item.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
        {item.survey.map((form) => (
          <Fact
            key={form.form}
            label={form.title}
            value={t("why.form", {
              valid: form.valid,
              min: form.min_responses,
              percent: points(form.percent),
              weight: points(form.used_weight),
            })}
          />
        ))}
      </dl>
    </div>
  );
}

function numbersOf(declared: NonNullable<WhyItem["declared"]>): string {
  const { option, numerator, denominator, count } = declared;
  if (numerator !== null || denominator !== null) return `${points(numerator)} / ${points(denominator)}`;
  return count !== null ? String(count) : (option ?? "");
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
