import { PlusOutlined } from "@ant-design/icons";
import { Empty, Select, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { date, dateTime } from "@/shared/format/dates";
import { usePeriods, type Period } from "@/shared/period/usePeriods";
import { useAccount } from "@/shared/session/useSession";
import { LinkButton } from "@/shared/ui/LinkButton";
import { Loading } from "@/shared/ui/Loading";
import { Page } from "@/shared/ui/Page";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";

export default function PeriodsPage() {
  const { t } = useTranslation("planning");
  const { kind } = useAccount();
  const periods = usePeriods();
  const [program, setProgram] = useState<string>();
  const [year, setYear] = useState<number>();
  const plans = kind === "management";
  const years = [...new Set(periods.data?.map((period) => period.year))];
  const shown = periods.data?.filter(
    (period) => (program === undefined || period.program === program) && (year === undefined || period.year === year),
  );
  return (
    <Page
      title={t("periods.title")}
      lead={t("periods.lead")}
      actions={
        plans && (
          <LinkButton to="/administration/periods/new" type="primary" icon={<PlusOutlined aria-hidden />}>
            {t("periods.new")}
          </LinkButton>
        )
      }
    >
      <div className="page-actions" style={{ marginBlockEnd: 8 }}>
        <Select
          allowClear
          aria-label={t("field.program")}
          placeholder={t("periods.all_programs")}
          value={program}
          onChange={setProgram}
          options={["par_index", "task_completion"].map((value) => ({ value, label: t(`common:program.${value}`) }))}
          style={{ inlineSize: 260 }}
        />
        <Select
          allowClear
          aria-label={t("field.year")}
          placeholder={t("periods.all_years")}
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: String(value) }))}
          style={{ inlineSize: 140 }}
        />
      </div>
      {periods.isPending && <Loading />}
      {periods.isError && <Trouble fault={periods.error} onRetry={() => void periods.refetch()} />}
      {shown && <List periods={shown} copies={plans} />}
    </Page>
  );
}

function List({ periods, copies }: { periods: Period[]; copies: boolean }) {
  const { t } = useTranslation("planning");
  return (
    <Table<Period>
      rowKey="id"
      size="small"
      dataSource={periods}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 860 }}
      locale={{ emptyText: <Empty description={t("periods.none")} /> }}
      columns={[
        { title: t("periods.year"), dataIndex: "year", width: 64 },
        {
          title: t("field.program"),
          render: (_, period) => (
            <>
              <Link to={`/administration/periods/${period.id}`}>{t(`common:program.${period.program}`)}</Link>{" "}
              {period.rehearsal && <Tag color="purple">{t("common:rehearsal")}</Tag>}
            </>
          ),
        },
        {
          title: t("field.status"),
          width: 130,
          render: (_, period) => <StatusTag of="period" status={period.status} />,
        },
        {
          title: t("phase.self_assessment"),
          width: 115,
          render: (_, period) => `${date(period.self_assessment_from)} – ${date(period.self_assessment_to)}`,
        },
        {
          title: t("phase.appraisal"),
          width: 115,
          render: (_, period) =>
            period.appraisal_to
              ? `${date(period.appraisal_from)} – ${date(period.appraisal_to)}`
              : t("phase.from", { from: date(period.appraisal_from) }),
        },
        {
          title: t("clock.title"),
          width: 100,
          render: (_, period) => (period.clock_at ? dateTime(period.clock_at) : t("clock.real")),
        },
        ...(copies
          ? [
              {
                title: t("periods.act"),
                width: 140,
                render: (_: unknown, period: Period) => (
                  <Link
                    to={`/administration/periods/new?from=${period.id}`}
                    aria-label={t("periods.copy_of", {
                      program: t(`common:program.${period.program}`),
                      year: period.year,
                    })}
                  >
                    {t("periods.copy")}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
