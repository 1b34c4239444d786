import { Alert, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { ProblemError } from "@/shared/api/problem";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { Agreement } from "./Agreement";
import { Drafts } from "./Drafts";
import type { CouncilSet, Result, Session } from "./keys";
import { Opinions } from "./Opinions";
import { Publish } from "./Publish";
import { Sessions } from "./Sessions";
import { useCouncil } from "./useCouncil";
import "./council.css";

/** The council's session: opinions by item, the minutes, the agreement; then publication or correction. */
export default function CouncilPage() {
  const { t } = useTranslation("council");
  const { periodId = "" } = useParams();
  const { result, sessions, items } = useCouncil(periodId);
  if (result.isPending || sessions.isPending || items.isPending) return <Loading rows={12} />;
  const fault = result.error ?? sessions.error;
  if (fault !== null || result.data === undefined || sessions.data === undefined) {
    return (
      <Page title={t("title")}>
        <Trouble fault={fault} onRetry={() => void Promise.all([result.refetch(), sessions.refetch()])} />
      </Page>
    );
  }
  // Before aggregation there is nothing to agree on; the service says so with 409.
  const early = items.error instanceof ProblemError && items.error.status === 409;
  return (
    <Shown result={result.data} sessions={sessions.data} sets={items.data ?? []} fault={early ? null : items.error} />
  );
}

function Shown({
  result,
  sessions,
  sets,
  fault,
}: {
  result: Result;
  sessions: Session[];
  sets: CouncilSet[];
  fault: Error | null;
}) {
  const { t } = useTranslation("council");
  const may = (act: string) => result.allowed_actions.includes(act);
  const session = sessions.find((one) => one.closed_at === null) ?? sessions.at(-1);
  return (
    <Page
      title={t("of", { program: t(`common:program.${result.program}`), year: result.year })}
      lead={
        <>
          <StatusTag of="result" status={result.status} />
          {result.rehearsal && <Tag>{t("common:rehearsal")}</Tag>}{" "}
          <Link to={`/results/${result.period_id}`}>{t("ranking")}</Link>
        </>
      }
    >
      {result.status === "provisional" && (
        <Alert type="info" showIcon title={t("provisional")} description={t("provisional_detail")} />
      )}
      {fault !== null && <Trouble fault={fault} />}
      <Sessions periodId={result.period_id} sessions={sessions} mayRun={may("open_session")} />
      {session !== undefined && (
        <Opinions periodId={result.period_id} session={session} sets={sets} mayGive={may("give_opinion")} />
      )}
      {result.status !== "provisional" && <Drafts periodId={result.period_id} />}
      {may("agree") && <Agreement result={result} session={session} />}
      {(may("publish") || may("correct")) && <Publish result={result} correction={may("correct")} />}
      {result.status === "agreed" && result.rehearsal && <Alert type="info" showIcon title={t("rehearsal")} />}
      {result.status === "published" && (
        <Alert
          type="success"
          showIcon
          title={t("published")}
          description={t("published_detail")}
          action={<Link to={`/published/${result.period_id}`}>{t("see_published")}</Link>}
        />
      )}
    </Page>
  );
}
