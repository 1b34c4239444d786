import { Alert, Empty, Select, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { usePeriods, type Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { Trouble } from "@/shared/ui/Trouble";
import { Agencies } from "./matrix/Agencies";
import { PhaseExtension } from "./matrix/PhaseExtension";
import { UnitGrid } from "./matrix/UnitGrid";
import { useAgencyProgress } from "./matrix/useAgencyProgress";
import { useMatrix } from "./matrix/useMatrix";

export default function MatrixPage() {
  const { t } = useTranslation("assignment");
  const [search, setSearch] = useSearchParams();
  const periods = usePeriods();
  const begun = periods.data?.filter((period) => period.status !== "planned") ?? [];
  const chosen = begun.find((period) => period.id === search.get("period")) ?? begun[0];
  return (
    <Page title={t("matrix.title")} lead={t("matrix.lead")}>
      {periods.isPending && <Loading />}
      {periods.isError && <Trouble fault={periods.error} onRetry={() => void periods.refetch()} />}
      {periods.data && begun.length === 0 && <Empty description={t("matrix.no_period")} />}
      {chosen && (
        <>
          <Select
            aria-label={t("matrix.period")}
            value={chosen.id}
            onChange={(period) => setSearch({ period })}
            style={{ inlineSize: 380, maxInlineSize: "100%", marginBlockEnd: 8 }}
            options={begun.map((period) => ({
              value: period.id,
              label: `${t(`common:program.${period.program}`)} ${period.year}${period.rehearsal ? ` (${t("common:rehearsal")})` : ""}`,
            }))}
          />
          <OfPeriod key={chosen.id} period={chosen} />
        </>
      )}
    </Page>
  );
}

function OfPeriod({ period }: { period: Period }) {
  const { t } = useTranslation("assignment");
  const matrix = useMatrix(period.id);
  const progress = useAgencyProgress(period.id);
  if (matrix.isError) return <Trouble fault={matrix.error} onRetry={() => void matrix.refetch()} />;
  if (progress.isError) return <Trouble fault={progress.error} onRetry={() => void progress.refetch()} />;
  if (matrix.isPending || progress.isPending) return <Loading />;
  const gaps = matrix.data.rows.reduce((sum, row) => sum + row.gaps.length, 0);
  const doubles = matrix.data.agencies.reduce((sum, agency) => sum + agency.doubles, 0);
  const end = progress.data[0]?.appraisal_to ?? period.appraisal_to ?? null;
  return (
    <>
      <Alert
        showIcon
        type={gaps > 0 ? "error" : doubles > 0 ? "warning" : "success"}
        title={gaps > 0 ? t("matrix.some_gaps", { count: gaps }) : t("matrix.no_gaps")}
        description={
          <>
            {doubles > 0 && <div>{t("matrix.some_doubles", { count: doubles })}</div>}
            {t(matrix.data.conflict_enabled ? "matrix.conflict_on" : "matrix.conflict_off")}{" "}
            {period.allowed_actions?.includes("change") && (
              <Link to={`/administration/periods/${period.id}?tab=settings`}>{t("matrix.to_settings")}</Link>
            )}
          </>
        }
        style={{ marginBlockEnd: 8 }}
      />
      <Tabs
        items={[
          {
            key: "agencies",
            label: t("matrix.tab_agencies"),
            children: <Agencies matrix={matrix.data} appraisals={progress.data} />,
          },
          { key: "units", label: t("matrix.tab_units"), children: <UnitGrid matrix={matrix.data} /> },
          {
            key: "phase",
            label: t("matrix.tab_phase"),
            children: <PhaseExtension periodId={period.id} end={end} />,
          },
        ]}
      />
    </>
  );
}
