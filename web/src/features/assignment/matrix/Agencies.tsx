import { Alert, Button, Progress, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/generated/appraisal";
import { dateTime } from "@/shared/format/dates";
import { StatusTag } from "@/shared/ui/StatusTag";
import type { Matrix } from "./counting";
import { ReopenDialog } from "./ReopenDialog";

type Appraisal = components["schemas"]["AppraisalOut"];
type Agency = Matrix["agencies"][number] & { appraisal: Appraisal | undefined };

/** Every agency: its people, its work, how far it is, and reopening what it sent. */
export function Agencies({ matrix, appraisals }: { matrix: Matrix; appraisals: Appraisal[] }) {
  const { t } = useTranslation("assignment");
  const [reopening, setReopening] = useState<Agency | null>(null);
  const agencies: Agency[] = matrix.agencies.map((agency) => ({
    ...agency,
    appraisal: appraisals.find((one) => one.id === agency.appraisal_id),
  }));
  const leaderless = agencies.filter((agency) => agency.leads === 0 && agency.items > 0);
  return (
    <>
      {leaderless.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBlockEnd: 8 }}
          title={t("matrix.leaderless", { agencies: leaderless.map((agency) => agency.appraiser_code).join(", ") })}
          description={t("matrix.leaderless_detail")}
        />
      )}
      <Table<Agency>
        rowKey="appraiser_code"
        size="small"
        dataSource={agencies}
        pagination={false}
        scroll={{ x: 940 }}
        columns={[
          {
            title: t("matrix.agency"),
            render: (_, agency) => (
              <>
                <b>{agency.appraiser_code}</b> {agency.title}
              </>
            ),
          },
          {
            title: t("matrix.people"),
            width: 150,
            render: (_, { leads, members }) => (
              <>
                {leads === 0 ? <Tag color="red">{t("matrix.no_lead")}</Tag> : t("matrix.leads", { count: leads })}
                {", "}
                {t("matrix.members", { count: members })}
              </>
            ),
          },
          { title: t("matrix.items"), dataIndex: "items", align: "right", width: 80 },
          {
            title: t("matrix.shared"),
            width: 170,
            render: (_, { doubles, unshared }) => (
              <>
                {doubles > 0 && <Tag color="gold">{t("matrix.doubles", { count: doubles })}</Tag>}
                {unshared > 0 && <Tag color="volcano">{t("matrix.unshared", { count: unshared })}</Tag>}
              </>
            ),
          },
          {
            title: t("matrix.progress"),
            width: 150,
            render: (_, { appraisal }) =>
              appraisal && (
                <>
                  <Progress
                    size="small"
                    aria-label={t("matrix.progress")}
                    percent={appraisal.assigned ? Math.floor((100 * appraisal.scored) / appraisal.assigned) : 100}
                  />
                  {appraisal.scored}/{appraisal.assigned}
                </>
              ),
          },
          {
            title: t("matrix.status"),
            width: 190,
            render: (_, { appraisal }) =>
              appraisal && (
                <>
                  <StatusTag of="appraisal" status={appraisal.status} />
                  {appraisal.last_round > 1 && t("matrix.round", { round: appraisal.round })}
                  {appraisal.sent_at && <div>{dateTime(appraisal.sent_at)}</div>}
                  {appraisal.closed_units.length > 0 && (
                    <div>{t("matrix.closed_units", { units: appraisal.closed_units.join(", ") })}</div>
                  )}
                </>
              ),
          },
          {
            title: t("matrix.act"),
            width: 100,
            render: (_, agency) =>
              agency.appraisal?.allowed_actions.includes("reopen") && (
                <Button size="small" onClick={() => setReopening(agency)}>
                  {t("matrix.reopen")}
                </Button>
              ),
          },
        ]}
      />
      {reopening && (
        <ReopenDialog
          appraisalId={reopening.appraisal_id}
          agency={`${reopening.appraiser_code} – ${reopening.title}`}
          onDone={() => setReopening(null)}
        />
      )}
    </>
  );
}
