import { Collapse } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { StatusTag } from "@/shared/ui/StatusTag";
import { TimeLeft } from "@/shared/ui/TimeLeft";
import { Trouble } from "@/shared/ui/Trouble";
import { AgencyProgress } from "./AgencyProgress";
import { UnitProgress } from "./UnitProgress";
import { isUnsent, useAgenciesOf, useSheetsOf, useWaitingExtensions, type SheetOfPeriod } from "./usePeriodProgress";

/** One running period: its numbers, and below them a bar for every unit and agency. */
export function PeriodOverview({ period }: { period: Period }) {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const sheets = useSheetsOf(period.id);
  const agencies = useAgenciesOf(period.id);
  const extensions = useWaitingExtensions(period.id);
  const count = (of: (sheet: SheetOfPeriod) => boolean) => sheets.data?.filter(of).length ?? 0;
  return (
    <section className="overview-period">
      <h2>
        <Link to={`/administration/periods/${period.id}`}>
          {common(`program.${period.program}`)} {period.year}
        </Link>{" "}
        <StatusTag of="period" status={period.status} /> {period.rehearsal && `(${common("rehearsal")})`}
      </h2>
      <p className="overview-note">
        {t("manager.self_assessment_to")} <TimeLeft until={period.self_assessment_to} clockAt={period.clock_at} />
        {period.appraisal_to && (
          <>
            {" · "}
            {t("manager.appraisal_to")} <TimeLeft until={period.appraisal_to} clockAt={period.clock_at} />
          </>
        )}
      </p>
      {sheets.error !== null && <Trouble fault={sheets.error} onRetry={() => void sheets.refetch()} />}
      {sheets.data === undefined ? (
        <Loading rows={2} />
      ) : (
        <dl className="overview-counts">
          <Count label={t("manager.units")} value={sheets.data.length} />
          <Count label={t("manager.not_started")} value={count((sheet) => sheet.status === "not_started")} />
          <Count label={t("manager.not_sent")} value={count(isUnsent)} />
          <Count
            label={t("manager.agencies_not_sent")}
            value={agencies.data?.filter((one) => one.status !== "sent").length ?? 0}
          />
          {(extensions.data ?? 0) > 0 && <Count label={t("manager.extensions")} value={extensions.data ?? 0} />}
        </dl>
      )}
      <Collapse
        items={[
          {
            key: "units",
            label: t("manager.by_unit"),
            children: <UnitProgress period={period} sheets={sheets.data ?? []} />,
          },
          {
            key: "agencies",
            label: t("manager.by_agency"),
            children: <AgencyProgress period={period} agencies={agencies.data ?? []} />,
          },
        ]}
        defaultActiveKey={["units"]}
      />
    </section>
  );
}

function Count({ label, value }: { label: string; value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
