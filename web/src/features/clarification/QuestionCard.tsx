import { Alert, Button, Card, Flex, Input } from "antd";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EvidenceField, EvidenceList } from "@/shared/evidence";
import { dateTime } from "@/shared/format/dates";
import { Trouble } from "@/shared/ui/Trouble";
import { SavingState } from "./SavingState";
import { useAnswerSaver } from "./useAnswerSaver";
import type { Answer, Question } from "./useClarifications";

export interface About {
  title: string;
  agency: string;
  href: string;
}

/** One question about one leaf: typed into while its window is open, read afterwards. */
export function QuestionCard(props: {
  sheetId: string;
  periodId: string;
  question: Question;
  about: About;
  mayAnswer: boolean;
  /** Told whether what is typed here is not saved yet. */
  onUnsaved: (place: string, unsaved: boolean) => void;
}) {
  const { sheetId, periodId, question, about, mayAnswer, onUnsaved } = props;
  const { t } = useTranslation("clarification");
  return (
    <Card
      size="small"
      title={
        <Link to={about.href} className="question-title">
          {question.item} {about.title}
        </Link>
      }
    >
      <div className="question-label">
        {t("asked", { agency: about.agency, time: dateTime(question.asked_at), round: question.round })}
      </div>
      <blockquote className="question-text">{question.question}</blockquote>
      {question.open && mayAnswer ? (
        <Answering sheetId={sheetId} periodId={periodId} question={question} onUnsaved={onUnsaved} />
      ) : (
        <Given answer={question.answer} />
      )}
    </Card>
  );
}

function Answering(props: {
  sheetId: string;
  periodId: string;
  question: Question;
  onUnsaved: (place: string, unsaved: boolean) => void;
}) {
  const { sheetId, periodId, question, onUnsaved } = props;
  const { t } = useTranslation("clarification");
  const { saver, saved } = useAnswerSaver(sheetId, question);
  const id = `answer-${question.round}-${question.item}`;
  const { given, theirs, phase, fault } = saved;
  const unsaved = phase !== "clean";
  useEffect(() => {
    onUnsaved(id, unsaved);
    return () => onUnsaved(id, false);
  }, [onUnsaved, id, unsaved]);
  const add = useCallback((file: Parameters<typeof saver.addFile>[0]) => saver.addFile(file), [saver]);
  return (
    <>
      <Flex justify="space-between" wrap gap={8}>
        <label htmlFor={id} className="question-label">
          {t("answer")}
        </label>
        <SavingState saved={saved} onRetry={() => saver.flush()} />
      </Flex>
      <Input.TextArea
        id={id}
        value={given.text}
        maxLength={10_000}
        autoSize={{ minRows: 4, maxRows: 16 }}
        onChange={(event) => saver.edit({ text: event.target.value })}
        onBlur={() => saver.flush()}
      />
      {phase === "refused" && <Trouble fault={fault} onRetry={() => saver.flush()} />}
      {theirs !== null && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t("conflict.title", { name: theirs.saved_by_name, time: dateTime(theirs.saved_at) })}
          description={
            <>
              <Given answer={theirs} />
              <Flex wrap gap={8}>
                <Button onClick={() => saver.choose("mine")}>{t("conflict.mine")}</Button>
                <Button onClick={() => saver.choose("theirs")}>{t("conflict.theirs")}</Button>
              </Flex>
            </>
          }
        />
      )}
      <EvidenceField
        periodId={periodId}
        place={`${sheetId}/clarification/${question.round}/${question.item}`}
        files={given.files}
        onAdd={add}
        onRemove={(file) => saver.edit({ files: given.files.filter((one) => one.id !== file.id) })}
      />
    </>
  );
}

function Given({ answer }: { answer: Answer | null }) {
  const { t } = useTranslation("clarification");
  if (answer === null) return <p className="question-label">{t("unanswered")}</p>;
  return (
    <>
      {answer.text !== "" && <p className="question-text">{answer.text}</p>}
      {answer.evidence.length > 0 && <EvidenceList files={answer.evidence} />}
      <p className="question-label">
        {answer.sent_at === null
          ? t("saved_by", { name: answer.saved_by_name, time: dateTime(answer.saved_at) })
          : t("sent_at", { time: dateTime(answer.sent_at) })}
      </p>
    </>
  );
}
