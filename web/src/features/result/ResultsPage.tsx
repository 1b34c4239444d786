import { Alert, Empty, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ProblemError } from "@/shared/api/problem";
import { dateTime } from "@/shared/format/dates";
import { useAccount } from "@/shared/session/useSession";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { useResults } from "./useResults";
import { Waiting } from "./Waiting";

/** The periods whose result the account may see. */
export default function ResultsPage() {
  const { t } = useTranslation("result");
  const account = useAccount();
  const found = useResults();
  const refused = found.error instanceof ProblemError && found.error.status === 403;
  const periods = [...(found.data ?? [])].sort(
    (one, other) => other.year - one.year || one.program.localeCompare(other.program),
  );
  return (
    <Page
      title={t("list.title")}
      lead={t(account.kind === "data_entry" ? "list.lead_unit" : "list.lead")}
      actions={
        account.kind === "management" && account.only_for_unit === null ? (
          <Link to="/results/imports">{t("list.import")}</Link>
        ) : undefined
      }
    >
      {found.isPending && <Loading />}
      {refused && (
        <Alert
          type="info"
          showIcon
          title={t("list.head_only")}
          description={<Link to="/published">{t("list.published")}</Link>}
        />
      )}
      {found.isError && !refused && <Trouble fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && (
        <Empty description={t(account.kind === "data_entry" ? "list.empty_unit" : "list.empty")}>
          <Link to="/published">{t("list.published")}</Link>
        </Empty>
      )}
      {periods.length > 0 && (
        <Ledger
          caption={t("list.title")}
          rows={periods}
          keyOf={(one) => one.period_id}
          columns={[
            {
              key: "period",
              title: t("list.period"),
              names: true,
              cell: (one) => (
                <Link to={`/results/${one.period_id}`}>
                  {t("period", { program: t(`common:program.${one.program}`), year: one.year })}
                </Link>
              ),
            },
            {
              key: "status",
              title: t("list.status"),
              cell: (one) => (
                <>
                  <StatusTag of="result" status={one.status} />
                  {one.rehearsal && <Tag>{t("common:rehearsal")}</Tag>}
                  {one.result_version > 1 && <Tag>{t("version", { version: one.result_version })}</Tag>}
                </>
              ),
            },
            {
              key: "waiting",
              title: t("list.waiting"),
              wideOnly: true,
              cell: (one) => <Waiting things={one.waiting_for} short />,
            },
            {
              key: "at",
              title: t("list.aggregated_at"),
              wideOnly: true,
              cell: (one) => dateTime(one.aggregated_at),
            },
          ]}
        />
      )}
    </Page>
  );
}
