import { Card, Empty, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { points } from "@/shared/format/numbers";
import { Trouble } from "@/shared/ui/Trouble";
import { useChanges, type ItemChange, type Side } from "./useChanges";
import { useStateHistory } from "./useStateHistory";

/** What the report says else than when it was returned, or at another step one picks. */
export function Changes({ sheetId, base }: { sheetId: string; base: string }) {
  const { t } = useTranslation("approval");
  const [since, setSince] = useState<number>();
  const changes = useChanges(sheetId, since);
  const history = useStateHistory(sheetId);
  if (changes.error !== null) return <Trouble fault={changes.error} onRetry={() => void changes.refetch()} />;
  const told = changes.data;
  const steps = (history.data ?? []).map((step) => ({
    value: step.version,
    label: `${t(`act.${step.act}`)} · ${dateTime(step.changed_at)}`,
  }));
  return (
    <Card size="small" title={t("changes.title")}>
      {steps.length > 0 && (
        <label className="report-since">
          <span className="report-label">{t("changes.since")}</span>
          <Select
            aria-label={t("changes.since")}
            value={since ?? told?.since?.version}
            placeholder={t("changes.everything")}
            options={[...steps].reverse()}
            onChange={setSince}
            size="large"
          />
        </label>
      )}
      {told === undefined ? (
        <Skeleton active />
      ) : told.since === null ? (
        <p>{t("changes.all_new")}</p>
      ) : (
        <>
          {told.since.reason !== "" && <blockquote className="report-reason">{told.since.reason}</blockquote>}
          {told.items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("changes.none")} />
          ) : (
            <>
              <p>{t("changes.total", { before: points(told.total_before), after: points(told.total_after) })}</p>
              <ul className="report-changes">
                {told.items.map((change) => (
                  <Change key={change.item} change={change} base={base} />
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </Card>
  );
}

function Change({ change, base }: { change: ItemChange; base: string }) {
  const { t } = useTranslation("approval");
  const { before, after } = change;
  return (
    <li>
      <Link to={`${base}/items/${encodeURIComponent(change.item)}`}>
        {change.item} {change.title}
      </Link>
      <dl>
        {change.differs.map((part) => (
          <div key={part}>
            <dt>{t(`part.${part}`)}</dt>
            <dd>
              {before !== null && <del>{said(before, part)}</del>} <ins>{said(after, part)}</ins>
            </dd>
          </div>
        ))}
      </dl>
      <div className="report-label">
        {t("changes.by", { name: change.saved_by_name, time: dateTime(change.saved_at) })}
      </div>
    </li>
  );
}

function said(side: Side, part: string): string {
  switch (part) {
    case "self_score":
      return points(side.self_score);
    case "evidence":
      return side.evidence.join("; ") || "–";
    case "explanation":
      return side.explanation || "–";
    default:
      return side.declared || "–";
  }
}
