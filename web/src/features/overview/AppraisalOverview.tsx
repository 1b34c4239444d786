import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Ledger } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Notice } from "@/shared/ui/Notice";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import { Bar } from "./Bar";
import { useAppraisals, type AppraisalOfAgency } from "./useDue";

/** What the agency has to appraise, and how much of it is done. */
export function AppraisalOverview() {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const { data, error, refetch } = useAppraisals();
  if (error !== null) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  if (data.length === 0) return <Notice title={t("appraisal.none")} />;
  return (
    <Ledger<AppraisalOfAgency>
      caption={t("appraisal.caption")}
      rows={data}
      keyOf={(one) => one.id}
      columns={[
        {
          key: "period",
          names: true,
          title: t("column.period"),
          cell: (one) => (
            <>
              {common(`program.${one.program}`)} {one.year} {one.rehearsal && `(${common("rehearsal")})`}
              <div className="overview-note">
                {one.appraiser_code}
                {one.last_round > 1 && ` · ${t("appraisal.round", { round: one.round, of: one.last_round })}`}
              </div>
            </>
          ),
        },
        { key: "status", title: t("column.status"), cell: (one) => <StatusTag of="appraisal" status={one.status} /> },
        {
          key: "progress",
          title: t("column.progress"),
          cell: (one) => (
            <Bar
              done={one.scored + one.confirmed}
              of={one.assigned + one.adjustments}
              label={t("appraisal.scored", { done: one.scored + one.confirmed, of: one.assigned + one.adjustments })}
            />
          ),
        },
        {
          key: "deadline",
          title: t("column.deadline"),
          cell: (one) =>
            one.appraisal_to === null ? "–" : <TimeLeft until={one.appraisal_to} clockAt={one.clock_at} />,
        },
        {
          key: "next",
          title: t("column.next"),
          cell: (one) => (
            <>
              <LinkButton to={`/${one.program}/appraisal`} type={one.status === "sent" ? "default" : "primary"}>
                {t(one.status === "sent" ? "next.open" : "next.appraise")}
              </LinkButton>
              {one.second_looks > 0 && (
                <div className="overview-note">
                  <Link to={`/${one.program}/appraisal/${one.id}/second-looks`}>
                    {one.second_looks_mine > 0
                      ? t("appraisal.second_looks_mine", { count: one.second_looks_mine })
                      : t("appraisal.second_looks", { count: one.second_looks })}
                  </Link>
                </div>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
