import { Alert, Button, Checkbox, Input, Segmented, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { date } from "@/shared/format/dates";
import { holds } from "@/shared/format/search";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import { Downloads } from "./Downloads";
import { grouped } from "./fingerprint";
import type { Published } from "./keys";
import { PublishedTable } from "./PublishedTable";
import { usePublished } from "./usePublished";
import "./published.css";

/** One published ranking, for everybody. */
export default function PublishedPage() {
  const { t } = useTranslation("publication");
  const { periodId = "" } = useParams();
  const [query] = useSearchParams();
  const version = query.get("version");
  const found = usePublished(periodId, version === null ? null : Number(version));
  if (found.isPending) return <Loading rows={12} />;
  if (found.isError) {
    return (
      <Page title={t("list.title")}>
        <Trouble fault={found.error} onRetry={() => void found.refetch()} />
        <p>
          <Link to="/published">{t("page.all")}</Link>
        </p>
      </Page>
    );
  }
  return <Shown published={found.data} />;
}

function Shown({ published }: { published: Published }) {
  const { t } = useTranslation("publication");
  const titleOf = useGroupTitle();
  const [query, setQuery] = useSearchParams();
  const [wanted, setWanted] = useState("");
  const { publication, groups, fields, items } = published;
  const group = groups.some((one) => one.ranking_group === query.get("group"))
    ? (query.get("group") ?? "")
    : (groups[0]?.ranking_group ?? "");
  const set = (name: string, value: string | null) =>
    setQuery(
      (before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const byField = query.get("fields") === "1";
  const lines = items.filter((line) => line.ranking_group === group);
  const shown = lines.filter((line) => holds(`${line.unit_name} ${line.unit_code}`, wanted));
  const hasFields = lines.some((line) => Object.keys(line.field_totals).length > 0);
  const title = t("page.title", { program: t(`common:program.${publication.program}`), year: publication.year });
  return (
    <Page
      title={title}
      lead={
        <>
          {t("decision", { number: publication.decision.number, date: date(publication.decision.issued_on) })}{" "}
          {publication.imported && <Tag>{t("imported")}</Tag>}
          {publication.result_version > 1 && <Tag color="gold">{t("corrected")}</Tag>}
        </>
      }
      actions={
        <>
          <Downloads publication={publication} group={group} />
          <Button onClick={() => window.print()}>{t("page.print")}</Button>
        </>
      }
    >
      {publication.newest_version > publication.result_version && (
        <Alert
          type="warning"
          showIcon
          title={t("page.superseded")}
          action={<Link to={`/published/${publication.period_id}`}>{t("page.newest")}</Link>}
        />
      )}
      {publication.reason !== "" && (
        <Alert
          type="info"
          showIcon
          title={t("page.reason", { reason: publication.reason })}
          action={
            publication.result_version > 1 && (
              <Link to={`/published/${publication.period_id}?version=${publication.result_version - 1}`}>
                {t("page.before")}
              </Link>
            )
          }
        />
      )}
      <div className="published-tools">
        {groups.length > 1 && (
          <Segmented
            aria-label={t("page.group")}
            value={group}
            options={groups.map((one) => ({
              value: one.ranking_group,
              label: `${titleOf(one.ranking_group)} (${one.units})`,
            }))}
            onChange={(value) => set("group", value)}
          />
        )}
        <Input.Search
          allowClear
          className="published-search"
          aria-label={t("page.search")}
          placeholder={t("page.search")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        {hasFields && (
          <Checkbox checked={byField} onChange={(event) => set("fields", event.target.checked ? "1" : null)}>
            {t("page.by_field")}
          </Checkbox>
        )}
      </div>
      <h2 className="published-group">
        {titleOf(group)} · {t("page.units", { count: lines.length })}
      </h2>
      <PublishedTable
        caption={`${title}. ${titleOf(group)}`}
        lines={shown}
        fields={byField ? fields : []}
        compared={published.previous_year_known}
        year={publication.year}
      />
      {shown.length === 0 && <p role="status">{t("page.nothing", { wanted })}</p>}
      {hasFields && byField && <Legend published={published} />}
      <p className="published-print">
        {t("page.fingerprint")} <Link to={`/check/${publication.fingerprint}`}>{grouped(publication.fingerprint)}</Link>
      </p>
    </Page>
  );
}

function Legend({ published }: { published: Published }) {
  return (
    <dl className="published-legend">
      {published.fields.map((field) => (
        <div key={field.code}>
          <dt>{field.code}</dt>
          <dd>{field.title}</dd>
        </div>
      ))}
    </dl>
  );
}
