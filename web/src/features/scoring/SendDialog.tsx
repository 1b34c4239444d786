import { Alert, App, Modal } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { byName } from "@/shared/format/search";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Appraisal } from "./keys";
import { useSecondLooks } from "./second_look/useSecondLooks";
import { useSend, useSending } from "./useSending";

/** Exactly what sending locks, who is locked and until when; it is sent once, however often one clicks. */
export function SendDialog({ appraisal, at, onClose }: { appraisal: Appraisal; at: string; onClose: () => void }) {
  const { t } = useTranslation("scoring");
  const { message } = App.useApp();
  const preview = useSending(appraisal.id, true);
  const send = useSend(appraisal.id);
  const begun = useRef(false);
  const looks = useSecondLooks(appraisal.id, appraisal.second_looks > 0);
  const openLooks = (looks.data ?? [])
    .filter((one) => one.state === "open")
    .map((one) => `${one.item} (${one.unit_name})`)
    .join(", ");
  const told = preview.data;
  const blocked = told === undefined || told.obstacles.length > 0;
  const go = () => {
    if (begun.current) return;
    begun.current = true;
    send.mutate(undefined, {
      onSuccess: (now) => {
        void message.success(t("sent_at", { at: dateTime(now.sent_at) }));
        onClose();
      },
      onSettled: () => {
        begun.current = false;
      },
    });
  };
  return (
    <Modal
      open
      width={860}
      title={t("send_title", { year: appraisal.year })}
      okText={t("send_confirm")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: blocked, loading: send.isPending }}
      onOk={go}
      onCancel={onClose}
    >
      {preview.isPending && <Loading rows={3} />}
      {preview.isError && <Trouble fault={preview.error} onRetry={() => void preview.refetch()} />}
      {send.isError && <Trouble fault={send.error} />}
      {told?.obstacles.map((one) => (
        <Alert
          key={one.type}
          type="error"
          showIcon
          style={{ marginBlockEnd: 8 }}
          title={one.title}
          description={
            <>
              {one.detail}{" "}
              {one.type === "appraisal/scores-missing" && (
                <Link to={`${at}/items?only=unscored`}>{t("see_missing")}</Link>
              )}
              {one.type === "appraisal/second-looks-open" && (
                <Link to={`${at}/second-looks`}>{t("look.see_open")}</Link>
              )}
            </>
          }
        />
      ))}
      {told && (
        <>
          <ul className="send-facts">
            <li>
              {t("locks_sheets", {
                sheets: told.sheets.length,
                scores: sum(told.sheets.map((one) => one.scored)),
                differs: sum(told.sheets.map((one) => one.differs)),
              })}
            </li>
            {told.unconfirmed > 0 && <li>{t("unconfirmed", { count: told.unconfirmed })}</li>}
            <li>
              {t(told.is_last ? `locks_members.${told.lock_scope}` : "locks_round", {
                members: told.members.map((one) => one.holder_name).join(", "),
              })}
            </li>
            {told.questions > 0 && (
              <li>
                {t("sends_questions", { count: told.questions })}{" "}
                {told.answers_until && t("answers_until", { at: dateTime(told.answers_until) })}
              </li>
            )}
            {appraisal.second_looks > 0 && <li>{t("look.open_ones", { list: openLooks })}</li>}
            <li>{t("who_can_lift")}</li>
          </ul>
          <div className="send-sheets">
            <Ledger
              caption={t("sheets_locked")}
              rows={[...told.sheets].sort((a, b) => byName(a.unit_name, b.unit_name))}
              keyOf={(one) => one.sheet_id}
              columns={[
                { key: "unit", names: true, title: t("column.unit"), cell: (one) => one.unit_name },
                {
                  key: "scored",
                  number: true,
                  title: t("column.scored"),
                  cell: (one) => t("of", { done: one.scored, all: one.assigned }),
                },
                { key: "differs", number: true, title: t("column.differs"), cell: (one) => one.differs },
                { key: "claims", number: true, title: t("column.agreed_claims"), cell: (one) => one.agreed_claims },
                {
                  key: "adjustments",
                  number: true,
                  title: t("column.adjustments"),
                  cell: (one) => t("of", { done: one.confirmed, all: one.adjustments }),
                },
                { key: "knock_outs", number: true, title: t("column.knock_outs"), cell: (one) => one.knock_outs },
              ]}
            />
          </div>
        </>
      )}
    </Modal>
  );
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
