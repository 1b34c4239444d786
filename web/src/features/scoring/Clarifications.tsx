import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EvidenceList } from "@/shared/evidence";
import { dateTime } from "@/shared/format/dates";
import { Trouble } from "@/shared/ui/Trouble";
import { filesOf, linkOf } from "./evidenceLink";
import type { Appraisal, Item } from "./keys";
import { useAsk } from "./useAsk";

/** What the unit was asked about a leaf and what it answered; a new question goes out when the round is sent. */
export function Clarifications({ appraisal, item }: { appraisal: Appraisal; item: Item }) {
  const { t } = useTranslation("scoring");
  const ask = useAsk(appraisal.id);
  const drafted = item.clarifications.find((one) => one.round === appraisal.round && one.sent_at === null);
  const [text, setText] = useState(drafted?.question ?? "");
  const may = appraisal.allowed_actions.includes("ask") && item.may_write && item.kind === "leaf";
  const earlier = item.clarifications.filter((one) => one !== drafted);
  if (!may && earlier.length === 0) return null;
  return (
    <>
      <h3>{t("clarification")}</h3>
      {earlier.map((one) => (
        <div key={one.round} className="clarification">
          <p>
            <strong>{t("asked_in", { round: one.round })}</strong> {one.question}
          </p>
          {one.answer === null ? (
            <p className="quiet">{t(one.sent_at ? "not_answered" : "not_sent_yet")}</p>
          ) : (
            <p className="explanation">
              {one.answer} <span className="quiet">({dateTime(one.answered_at)})</span>
            </p>
          )}
          {one.evidence.length > 0 && <EvidenceList files={filesOf(one.evidence)} getLink={linkOf(item.sheet_id)} />}
        </div>
      ))}
      {may && (
        <>
          {ask.isError && <Trouble fault={ask.error} />}
          <Input.TextArea
            aria-label={t("ask")}
            placeholder={t("ask_hint")}
            autoSize={{ minRows: 2, maxRows: 6 }}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button
            size="small"
            loading={ask.isPending}
            disabled={text === (drafted?.question ?? "")}
            onClick={() => ask.mutate({ sheet_id: item.sheet_id, item: item.item, question: text })}
          >
            {t(drafted && text.trim() === "" ? "withdraw_question" : "ask")}
          </Button>
          {drafted && <p className="quiet">{t("question_waits")}</p>}
        </>
      )}
    </>
  );
}
