import { Alert, Segmented, Tabs, Tag } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import { Changes } from "./Changes";
import { Exports } from "./Exports";
import type { Line, Result } from "./keys";
import { MatrixTable } from "./MatrixTable";
import { RankingTable } from "./RankingTable";
import { useLines } from "./useLines";
import { useResult } from "./useResult";
import { Waiting } from "./Waiting";
import "./result.css";

const Charts = lazy(() => import("./charts/Charts"));

/** One period's result: the ranking, units by field, charts, and what became of it. */
export default function ResultPage() {
  const { t } = useTranslation("result");
  const { periodId = "" } = useParams();
  const result = useResult(periodId);
  const lines = useLines(periodId);
  if (result.isPending || lines.isPending) return <Loading rows={12} />;
  const fault = result.error ?? lines.error;
  if (fault !== null || result.data === undefined || lines.data === undefined) {
    return (
      <Page title={t("list.title")}>
        <Trouble fault={fault} onRetry={() => void Promise.all([result.refetch(), lines.refetch()])} />
      </Page>
    );
  }
  return <Shown result={result.data} lines={lines.data} />;
}

function Shown({ result, lines }: { result: Result; lines: Line[] }) {
  const { t } = useTranslation("result");
  const titleOf = useGroupTitle();
  const account = useAccount();
  const [query, setQuery] = useSearchParams();
  const groups = [...new Set(lines.map((line) => line.ranking_group))];
  const group = groups.find((one) => one === query.get("group")) ?? groups[0];
  const set = (name: string, value: string) =>
    setQuery(
      (before) => {
        before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const views =
    group === undefined
      ? []
      : [
          {
            key: "ranking",
            label: t("view.ranking"),
            children: (
              <RankingTable periodId={result.period_id} lines={lines.filter((line) => line.ranking_group === group)} />
            ),
          },
          {
            key: "matrix",
            label: t("view.matrix"),
            children: <MatrixTable periodId={result.period_id} group={group} />,
          },
          {
            key: "charts",
            label: t("view.charts"),
            children: (
              <Suspense fallback={<Loading />}>
                <Charts
                  result={result}
                  group={group}
                  unit={account.kind === "data_entry" ? (account.unit_code ?? null) : null}
                />
              </Suspense>
            ),
          },
        ];
  if (account.kind === "management") {
    views.push({
      key: "changes",
      label: t("view.changes"),
      children: <Changes periodId={result.period_id} />,
    });
  }
  return (
    <Page
      title={t("period", { program: t(`common:program.${result.program}`), year: result.year })}
      lead={
        <>
          <StatusTag of="result" status={result.status} />
          {result.rehearsal && <Tag>{t("common:rehearsal")}</Tag>}
          {result.result_version > 1 && <Tag>{t("version", { version: result.result_version })}</Tag>}
          {result.aggregated_at !== null && t("aggregated_at", { at: dateTime(result.aggregated_at) })}
        </>
      }
      actions={
        <>
          {group !== undefined && <Exports result={result} group={group} />}
          {result.allowed_actions.includes("read_council") && (
            <Link className="result-council" to={`/results/${result.period_id}/council`}>
              {t("council")}
            </Link>
          )}
          {result.allowed_actions.includes("read_appeals") && (
            <Link to={`/results/${result.period_id}/appeals`}>{t("appeals")}</Link>
          )}
          {result.status === "published" && <Link to={`/published/${result.period_id}`}>{t("see_published")}</Link>}
        </>
      }
    >
      {result.waiting_for.length > 0 && (
        <Alert type="info" showIcon title={t("provisional")} description={<Waiting things={result.waiting_for} />} />
      )}
      {lines.length === 0 && <Alert type="info" showIcon title={t("no_lines")} />}
      {groups.length > 1 && (
        <div className="result-groups">
          <Segmented
            aria-label={t("group")}
            value={group ?? ""}
            options={groups.map((one) => ({ value: one, label: titleOf(one) }))}
            onChange={(value) => set("group", value)}
          />
        </div>
      )}
      {views.length > 0 && (
        <Tabs
          activeKey={views.find((view) => view.key === query.get("view"))?.key ?? "ranking"}
          onChange={(key) => set("view", key)}
          destroyOnHidden
          items={views}
        />
      )}
    </Page>
  );
}
