import { Empty, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { date, dateTime } from "@/shared/format/dates";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import type { Publication } from "./keys";
import { usePublishedList } from "./usePublishedList";
import "./published.css";

const PROGRAMS = ["par_index", "task_completion"];

/** Everything published, for everybody: by program, newest year first. */
export default function PublishedListPage() {
  const { t } = useTranslation("publication");
  const found = usePublishedList();
  return (
    <Page title={t("list.title")} lead={t("list.lead")} actions={<Link to="/check">{t("list.check")}</Link>}>
      {found.isPending && <Loading />}
      {found.isError && <Trouble fault={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 && <Empty description={t("list.empty")} />}
      {found.data !== undefined &&
        PROGRAMS.map((program) => (
          <Years
            key={program}
            program={program}
            years={found.data.filter((one) => one.program === program).sort((one, other) => other.year - one.year)}
          />
        ))}
    </Page>
  );
}

function Years({ program, years }: { program: string; years: Publication[] }) {
  const { t } = useTranslation("publication");
  if (years.length === 0) return null;
  const title = t(`common:program.${program}`);
  return (
    <section className="published-program">
      <h2>{title}</h2>
      <Ledger
        caption={title}
        rows={years}
        keyOf={(one) => one.period_id}
        columns={[
          {
            key: "year",
            title: t("list.year"),
            names: true,
            cell: (one) => <Link to={`/published/${one.period_id}`}>{t("list.of_year", { year: one.year })}</Link>,
          },
          {
            key: "decision",
            title: t("list.decision"),
            cell: (one) => t("decision", { number: one.decision.number, date: date(one.decision.issued_on) }),
          },
          {
            key: "note",
            title: t("list.note"),
            cell: (one) => (
              <>
                {one.imported && <Tag>{t("imported")}</Tag>}
                {one.result_version > 1 && <Tag color="gold">{t("corrected")}</Tag>}
              </>
            ),
          },
          { key: "at", title: t("list.at"), wideOnly: true, cell: (one) => dateTime(one.published_at) },
        ]}
      />
    </section>
  );
}
