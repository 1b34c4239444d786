import { Alert, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { points } from "@/shared/format/numbers";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import type { Why } from "./keys";
import { useWhy } from "./useWhy";
import { itemsOf } from "./why";
import { WhyItems } from "./WhyItems";
import { WhyLevel } from "./WhyLevel";
import "./result.css";

/** Why a unit's numbers are so, down to what it declared. `?of=` names the number that was clicked. */
export default function WhyPage() {
  const { t } = useTranslation("result");
  const { periodId = "", sheetId = "" } = useParams();
  const found = useWhy(sheetId);
  if (found.isPending) return <Loading rows={12} />;
  if (found.isError) {
    return (
      <Page title={t("why.title")}>
        <Trouble fault={found.error} onRetry={() => void found.refetch()} />
        <p>
          <Link to={`/results/${periodId}`}>{t("why.back")}</Link>
        </p>
      </Page>
    );
  }
  return <Shown why={found.data} />;
}

function Shown({ why }: { why: Why }) {
  const { t } = useTranslation("result");
  const [query] = useSearchParams();
  const of = query.get("of") ?? "";
  const picked = itemsOf(why, of);
  return (
    <Page
      title={t("why.of", { unit: why.unit_name })}
      lead={
        <>
          <Link to={`/results/${why.period_id}`}>
            {t("period", { program: t(`common:program.${why.program}`), year: why.year })}
          </Link>{" "}
          <StatusTag of="result" status={why.status} />
          {why.rehearsal && <Tag>{t("common:rehearsal")}</Tag>}
          <div>
            {why.set_title}. {why.set_decision}.
          </div>
        </>
      }
    >
      {why.being_computed && <Alert type="info" showIcon title={t("why.being_computed")} />}
      <ul className="why-sums">
        {[...why.totals, ...(why.par_index === null ? [] : [why.par_index])].map((total) => (
          <li key={total.name}>
            <Link to={`?of=${total.name}`} replace aria-current={of === total.name ? "true" : undefined}>
              {t(`column.${total.name}`)} <b>{points(total.value)}</b>
              <small>{total.sentence}</small>
            </Link>
          </li>
        ))}
        <li>
          <Link to="?of=rank" replace aria-current={of === "rank" ? "true" : undefined}>
            {t("column.rank")} <b>{why.rank.rank ?? "–"}</b>
            <small>{why.rank.sentence}</small>
          </Link>
        </li>
        <li>
          <Link to="?of=level" replace aria-current={of === "level" ? "true" : undefined}>
            {t("column.level")} <b>{why.level.title}</b>
            <small>{why.level.sentences.join(" ")}</small>
          </Link>
        </li>
        <li>
          <Link to="?" replace>
            {t("why.delay")}
            <small>{why.delay.sentence}</small>
          </Link>
        </li>
      </ul>
      {(of === "level" || why.level.knock_outs.some((one) => one.holds)) && <WhyLevel level={why.level} />}
      {picked !== null && (
        <Alert
          type="info"
          title={t("why.picked", { count: picked.size })}
          action={
            <Link to="?" replace>
              {t("why.all_items")}
            </Link>
          }
        />
      )}
      <WhyItems why={why} picked={picked} />
    </Page>
  );
}
