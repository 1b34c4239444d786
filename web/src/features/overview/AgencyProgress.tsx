import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Period } from "@/shared/period/usePeriods";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Bar } from "./Bar";
import { RemindButton } from "./RemindButton";
import type { AppraisalOfAgency } from "./useDue";

/** A bar for every appraising agency, with one click to remind it. */
export function AgencyProgress({ period, agencies }: { period: Period; agencies: AppraisalOfAgency[] }) {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const text = t("remind.agency", {
    program: common(`program.${period.program}`),
    year: period.year,
    at: dateTime(period.appraisal_to),
  });
  return (
    <Table<AppraisalOfAgency>
      rowKey="id"
      size="small"
      dataSource={agencies}
      pagination={false}
      scroll={{ x: 680 }}
      locale={{ emptyText: t("appraisal.none") }}
      columns={[
        { title: t("column.agency"), dataIndex: "appraiser_code" },
        { title: t("column.status"), render: (_, one) => <StatusTag of="appraisal" status={one.status} /> },
        {
          title: t("column.progress"),
          render: (_, one) => (
            <Bar
              done={one.scored}
              of={one.assigned}
              label={t("appraisal.scored", { done: one.scored, of: one.assigned })}
            />
          ),
        },
        { title: t("column.sent_at"), render: (_, one) => dateTime(one.sent_at) },
        {
          title: t("column.remind"),
          render: (_, one) =>
            one.status !== "sent" && (
              <RemindButton
                text={text}
                path={`/${period.program}/appraisal`}
                appraisers={[one.appraiser_code]}
                label={t("remind.one")}
              />
            ),
        },
      ]}
    />
  );
}
