import { useTranslation } from "react-i18next";
import type { components } from "@/api/generated/assessment";
import type { FormsDocument, SurveyForm } from "../forms/formsDocument";
import { cellKey, type StoredNumber } from "./entry";
import { partsOf } from "./parts";

type Answered = components["schemas"]["AnsweredHereOut"];

/** What was answered by link and from accounts about one unit, beside the numbers from paper: both are told when the form is closed. */
export function AnsweredHere(props: {
  answered: Answered;
  form: SurveyForm;
  scales: FormsDocument["scales"];
  paper: ReadonlyMap<string, StoredNumber>;
}) {
  const { answered, form, scales, paper } = props;
  const { t } = useTranslation("survey_campaign");
  const here = new Map(answered.counts.map((one) => [cellKey(one.question, one.option), one.count]));
  return (
    <section aria-labelledby="answered-here">
      <h3 id="answered-here">{t("answered.title", { count: answered.answers })}</h3>
      {!answered.shown && <p>{t("answered.few")}</p>}
      {answered.shown && <p>{t("answered.both")}</p>}
      {answered.shown &&
        partsOf(form).map(({ scale, questions }) => (
          <div
            className="entry-scroll"
            key={scale}
            role="region"
            aria-label={scales[scale]?.title ?? scale}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by the keyboard
            tabIndex={0}
          >
            <table className="entry-grid entry-both">
              <caption>{scales[scale]?.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("entry.question")}</th>
                  {scales[scale]?.options.map(({ value, label }) => (
                    <th scope="col" key={value}>
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {questions.map(({ code, text }) => (
                  <tr key={code}>
                    <th scope="row">
                      <b>{code}</b> {text}
                    </th>
                    {scales[scale]?.options.map(({ value }) => {
                      const key = cellKey(code, value);
                      return (
                        <td key={value}>
                          {paper.get(key)?.value ?? 0} + {here.get(key) ?? 0}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      {answered.remarks.length > 0 && (
        <>
          <h4>{t("answered.remarks")}</h4>
          <ul>
            {answered.remarks.map((one, place) => (
              <li key={place}>{one.text}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
