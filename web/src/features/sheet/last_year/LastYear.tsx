import { CopyOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EvidenceList } from "@/shared/evidence";
import { points } from "@/shared/format/numbers";
import { carried } from "./carried";
import { useLastYear, type AnswerBefore } from "./useLastYear";
import "./last_year.css";

/**
 * What the unit declared for the item of the same code in the period before, to look at; nothing where there was none.
 *
 * Text is carried over by `onCarry`, and the names of files within it: never a value, a score or a state.
 */
export function LastYear(props: {
  sheetId: string;
  item: string;
  explanation: string;
  onCarry?: ((explanation: string) => void) | undefined;
}) {
  const { t } = useTranslation("sheet");
  const { sheetId, item, explanation, onCarry } = props;
  const { data } = useLastYear(sheetId);
  const before = data?.items.find((one) => one.item === item);
  if (data !== undefined && data.merged_from.length > 0)
    return <p className="last-year-note">{t("last_year.merged_from", { names: data.merged_from.join(", ") })}</p>;
  if (data?.year == null || before === undefined) return null;
  const text = carried(explanation, before, t("last_year.files"));
  return (
    <details className="last-year">
      <summary>{t("last_year.title", { year: data.year })}</summary>
      {data.of_unit !== null && <p className="last-year-note">{t("last_year.of_unit", { name: data.of_unit })}</p>}
      {!before.same_title && <p className="last-year-note">{t("last_year.other_title", { title: before.title })}</p>}
      <dl>
        <dt>{t("last_year.value")}</dt>
        <dd>{valueOf(before, t)}</dd>
        <dt>{t("last_year.self_score")}</dt>
        <dd>{points(before.self_score)}</dd>
        <dt>{t("explanation.label")}</dt>
        <dd className="last-year-text">{before.explanation || "–"}</dd>
        <dt>{t("evidence.label")}</dt>
        <dd>
          <EvidenceList files={before.evidence} />
        </dd>
      </dl>
      {onCarry && (
        <Button
          size="small"
          icon={<CopyOutlined aria-hidden />}
          disabled={text === explanation}
          onClick={() => onCarry(text)}
        >
          {t("last_year.carry")}
        </Button>
      )}
    </details>
  );
}

function valueOf(before: AnswerBefore, t: (key: "value.claim") => string): string {
  if (before.not_applicable) return t("value.claim");
  if (before.option_label !== null) return before.option_label;
  if (before.numerator !== null) return [before.numerator, before.denominator].filter(Boolean).map(points).join(" / ");
  return points(before.count);
}
