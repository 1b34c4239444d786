import { Alert, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { NetworkLost, ProblemError } from "@/shared/api/problem";
import { useOnce } from "@/shared/api/useOnce";
import { Trouble } from "@/shared/ui/Trouble";
import { Consent } from "./Consent";
import { forgetDraft, keepDraft, readDraft, type Draft } from "./draft";
import { QuestionField } from "./QuestionField";
import { Screening } from "./Screening";
import type { AskedForm, Counted } from "./useSurveyLink";
import "./answer.css";

/** One form from the notice to the thanks. `place` is where the draft is kept; `byAccount`: the notice says what of the account is kept. */
export function AnswerForm(props: {
  asked: AskedForm;
  place: string;
  byAccount: boolean;
  send: (draft: Draft) => Promise<Counted>;
  onCounted: (counted: Counted) => void;
}) {
  const { asked, place, byAccount, send, onCounted } = props;
  const { t } = useTranslation("survey_answer");
  const [draft, setDraft] = useState(() => readDraft(place));
  const [fits, setFits] = useState(asked.screening === "");
  const [fault, setFault] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const sendOnce = useOnce(send);
  useEffect(() => keepDraft(place, draft), [place, draft]);
  const problem = fault instanceof ProblemError ? fault : null;
  const lost = fault instanceof NetworkLost;
  // What was refused is at the first question that lacks something.
  useEffect(() => {
    if (problem?.status === 422) form.current?.querySelector<HTMLElement>("[data-fault=true]")?.focus();
  }, [problem]);
  const submit = async () => {
    setSending(true);
    try {
      const counted = await sendOnce(draft);
      forgetDraft(place);
      onCounted(counted);
    } catch (told) {
      setFault(told);
    } finally {
      setSending(false);
    }
  };
  if (!fits) return <Screening question={asked.screening} onFits={() => setFits(true)} />;
  return (
    <form
      ref={form}
      className="survey-answer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Consent
        asked={asked}
        byAccount={byAccount}
        given={draft.consent}
        fault={problem?.faultAt("/consent")}
        onChange={(consent) => setDraft({ ...draft, consent })}
      />
      {draft.consent &&
        asked.questions.map((question, index) => (
          <QuestionField
            key={question.code}
            number={index + 1}
            question={question}
            chosen={draft.chosen[question.code] ?? ""}
            written={draft.written[question.code] ?? ""}
            fault={problem?.faultAt(`/chosen/${question.code}`) ?? problem?.faultAt(`/written/${question.code}`)}
            onChoose={(value) => setDraft({ ...draft, chosen: { ...draft.chosen, [question.code]: value } })}
            onWrite={(text) => setDraft({ ...draft, written: { ...draft.written, [question.code]: text } })}
          />
        ))}
      <div aria-live="polite">
        {lost ? (
          <Alert type="warning" showIcon title={t("send.lost")} description={t("send.lost_detail")} />
        ) : problem?.status === 422 ? (
          <Alert type="error" showIcon title={problem.problem.title} description={problem.problem.detail} />
        ) : (
          fault !== null && <Trouble fault={fault} />
        )}
      </div>
      {draft.consent && (
        <Button type="primary" size="large" htmlType="submit" loading={sending} block>
          {lost ? t("send.again") : t("send.send")}
        </Button>
      )}
    </form>
  );
}
