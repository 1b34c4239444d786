import { Collapse, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { FormsDocument } from "./formsDocument";

/** Survey forms as people read them: each form with its questions and the answers that its scale offers. */
export function FormsView({ document }: { document: FormsDocument }) {
  const { t } = useTranslation("survey_campaign");
  return (
    <Collapse
      size="small"
      items={document.forms.map((form) => ({
        key: form.code,
        label: (
          <>
            <b>{form.code}</b> {form.title} <Tag>{t("forms.questions", { count: form.questions.length })}</Tag>
          </>
        ),
        children: (
          <>
            <p>
              {t("forms.assesses", { types: form.assesses.join(", ") })}{" "}
              {form.min_responses && t("forms.min_responses", { count: Number(form.min_responses) })}
            </p>
            <ol>
              {form.questions.map((question) => {
                const scale = question.scale ? document.scales[question.scale] : undefined;
                return (
                  <li key={question.code} style={{ marginBlockEnd: 6 }}>
                    <b>{question.code}</b> {question.text}
                    <div style={{ color: "var(--ant-color-text-secondary)" }}>
                      {scale
                        ? scale.options
                            .map((one) =>
                              one.excluded
                                ? `${one.label} (${t("forms.excluded")})`
                                : `${one.label} (${one.weight ?? ""})`,
                            )
                            .join(" · ")
                        : t("forms.open_question")}
                    </div>
                  </li>
                );
              })}
            </ol>
          </>
        ),
      }))}
    />
  );
}
