import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { useTell } from "@/shared/ui/useTell";
import type { Session } from "./keys";
import { useCouncilActs } from "./useCouncilActs";

/** Sessions held so far; opening and closing one. */
export function Sessions({ periodId, sessions, mayRun }: { periodId: string; sessions: Session[]; mayRun: boolean }) {
  const { t } = useTranslation("council");
  const { modal } = App.useApp();
  const tell = useTell();
  const acts = useCouncilActs(periodId);
  const open = sessions.find((one) => one.closed_at === null);
  const begin = () => acts.open.mutate(undefined, { onError: tell });
  const end = (session: Session) =>
    modal.confirm({
      title: t("session.close_title"),
      content: t("session.close_detail"),
      okText: t("session.close"),
      onOk: () => acts.close.mutateAsync(session).catch(tell),
    });
  return (
    <section className="council-part" aria-labelledby="council-sessions">
      <div className="council-head">
        <h2 id="council-sessions">{t("session.title")}</h2>
        {mayRun && open === undefined && (
          <Button type="primary" loading={acts.open.isPending} onClick={begin}>
            {t("session.open")}
          </Button>
        )}
        {mayRun && open !== undefined && <Button onClick={() => end(open)}>{t("session.close")}</Button>}
      </div>
      {sessions.length === 0 && <p>{t("session.none")}</p>}
      <ol className="council-sessions">
        {sessions.map((one) => (
          <li key={one.id}>
            {t("session.opened", { at: dateTime(one.opened_at), by: one.opened_by_name })}{" "}
            {one.closed_at === null ? (
              <strong>{t("session.is_open")}</strong>
            ) : (
              t("session.closed", { at: dateTime(one.closed_at) })
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
