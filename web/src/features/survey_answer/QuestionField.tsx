import { Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { AskedForm } from "./useSurveyLink";

/** One question: its options as big targets for a thumb, or a field for words. */
export function QuestionField(props: {
  number: number;
  question: AskedForm["questions"][number];
  chosen: string;
  written: string;
  fault: string | undefined;
  onChoose: (value: string) => void;
  onWrite: (text: string) => void;
}) {
  const { number, question, chosen, written, fault, onChoose, onWrite } = props;
  const { t } = useTranslation("survey_answer");
  const id = useId();
  const told = fault && (
    <p role="alert" id={`${id}-fault`} className="survey-fault">
      {fault}
    </p>
  );
  if (question.options.length === 0) {
    return (
      <div className="survey-question">
        <label htmlFor={id}>
          {number}. {question.text} <span className="survey-hint">{t("question.optional")}</span>
        </label>
        <Input.TextArea
          id={id}
          value={written}
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 8 }}
          aria-invalid={fault !== undefined}
          data-fault={fault !== undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onWrite(event.target.value)}
        />
        <p id={`${id}-hint`} className="survey-hint">
          {t("question.no_names")}
        </p>
        {told}
      </div>
    );
  }
  return (
    <fieldset className="survey-question" aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend>
        {number}. {question.text} {!question.required && <span className="survey-hint">{t("question.optional")}</span>}
      </legend>
      {question.options.map(({ value, label }) => (
        <label key={value} className="survey-option">
          <input
            type="radio"
            name={id}
            value={value}
            checked={chosen === value}
            data-fault={fault !== undefined}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
      {told}
    </fieldset>
  );
}
