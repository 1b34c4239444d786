import { Alert, Empty } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useCriteriaSet } from "@/shared/criteria/useCriteriaSet";
import { dateTime } from "@/shared/format/dates";
import { useSheet, type Sheet } from "@/shared/sheet/useSheet";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import { QuestionCard } from "./QuestionCard";
import { SendAnswers } from "./SendAnswers";
import { useClarifications, type Clarifications } from "./useClarifications";
import "./clarification.css";

/** What appraisal asked the unit about its sheet: answered leaf by leaf while a window is open, read afterwards. */
export default function ClarificationPage() {
  const { t } = useTranslation("clarification");
  const { program = "", sheetId = "" } = useParams();
  const sheet = useSheet(sheetId);
  const asked = useClarifications(sheetId);
  const fault = sheet.error ?? asked.error;
  if (sheet.data === undefined || asked.data === undefined) {
    const again = () => void Promise.all([sheet.refetch(), asked.refetch()]);
    return <Page title={t("title")}>{fault === null ? <Loading /> : <Trouble fault={fault} onRetry={again} />}</Page>;
  }
  const base = `/${program}/self_assessment/${sheetId}`;
  return <Questions sheet={sheet.data} asked={asked.data} base={base} fault={fault} />;
}

function Questions(props: { sheet: Sheet; asked: Clarifications; base: string; fault: unknown }) {
  const { sheet, asked, base, fault } = props;
  const { t } = useTranslation("clarification");
  const set = useCriteriaSet(sheet.criteria_set_id);
  const titles = new Map(set.items.map((item) => [item.code, item.title]));
  const open = asked.windows.find((window) => window.open);
  const coming = asked.windows.find((window) => Date.parse(window.opens_at) > Date.parse(asked.now));
  const left = asked.items.filter((question) => question.open && question.answer === null).length;
  const [unsaved, setUnsaved] = useState<readonly string[]>([]);
  const onUnsaved = useCallback((place: string, is: boolean) => {
    setUnsaved((known) => {
      if (known.includes(place) === is) return known;
      return is ? [...known, place] : known.filter((one) => one !== place);
    });
  }, []);
  const mayAnswer = asked.allowed_actions.includes("answer");
  return (
    <Page
      title={t("title")}
      lead={
        <>
          {sheet.unit_name} · {t(`common:program.${sheet.program}`)} {sheet.year}{" "}
          <StatusTag of="sheet" status={sheet.status} />
          {open && (
            <div>
              {t("until")} <TimeLeft until={open.closes_at} clockAt={sheet.rehearsal ? asked.now : null} />
              {left > 0 && ` · ${t("left", { count: left })}`}
            </div>
          )}
        </>
      }
      actions={
        <>
          <Link to={base} className="question-back">
            {t("to_sheet")}
          </Link>
          {asked.allowed_actions.includes("send") && (
            <SendAnswers sheetId={sheet.sheet_id} unanswered={asked.unanswered} unsaved={unsaved.length > 0} />
          )}
        </>
      }
    >
      {fault !== null && <Trouble fault={fault} />}
      {open === undefined && (
        <Alert
          type="info"
          showIcon
          title={t(coming ? "closed.coming" : "closed.over")}
          description={asked.windows.map((window) => (
            <div key={window.round}>
              {t("closed.window", {
                round: window.round,
                from: dateTime(window.opens_at),
                to: dateTime(window.closes_at),
              })}
            </div>
          ))}
        />
      )}
      {mayAnswer && !asked.allowed_actions.includes("send") && <p className="question-label">{t("head_sends")}</p>}
      {asked.items.length === 0 && <Empty description={t("none")} />}
      <div className="questions">
        {asked.items.map((question) => (
          <QuestionCard
            key={`${question.round} ${question.item}`}
            sheetId={sheet.sheet_id}
            periodId={sheet.period_id}
            question={question}
            mayAnswer={mayAnswer}
            onUnsaved={onUnsaved}
            about={{
              title: titles.get(question.item) ?? "",
              agency: set.appraisers[question.appraiser_code]?.title ?? question.appraiser_code,
              href: `${base}/items/${encodeURIComponent(question.item)}`,
            }}
          />
        ))}
      </div>
    </Page>
  );
}
