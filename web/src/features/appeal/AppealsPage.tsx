import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useAccount } from "@/shared/session/useSession";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { AppealCard } from "./AppealCard";
import { Ask } from "./Ask";
import { useAppeals, useResult } from "./useAppeals";
import "./appeal.css";

/** Appeals against a published result: a head asks, Home Affairs answers. */
export default function AppealsPage() {
  const { t } = useTranslation("appeal");
  const { periodId = "" } = useParams();
  const { kind } = useAccount();
  const result = useResult(periodId);
  const appeals = useAppeals(periodId);
  if (result.isPending || appeals.isPending) return <Loading />;
  const fault = result.error ?? appeals.error;
  if (fault !== null || result.data === undefined || appeals.data === undefined) {
    return (
      <Page title={t("title")}>
        <Trouble fault={fault} onRetry={() => void Promise.all([result.refetch(), appeals.refetch()])} />
      </Page>
    );
  }
  const { program, year, allowed_actions } = result.data;
  const waiting = appeals.data.some((one) => one.outcome === null);
  return (
    <Page
      title={t("title")}
      lead={<Link to={`/results/${periodId}`}>{t("period", { program: t(`common:program.${program}`), year })}</Link>}
    >
      {allowed_actions.includes("appeal") && !waiting && <Ask periodId={periodId} />}
      {appeals.data.length === 0 && <Empty description={t(kind === "management" ? "none" : "none_own")} />}
      {[...appeals.data].reverse().map((one) => (
        <AppealCard key={one.id} appeal={one} mayAnswer={kind === "management"} />
      ))}
    </Page>
  );
}
