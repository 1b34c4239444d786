import { Button, Empty, Flex, Table, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RequestStatusTag, useExtensionRequests, type ExtensionRequest } from "@/shared/extension";
import { dateTime } from "@/shared/format/dates";
import { usePeriod } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { GrantDialog } from "./GrantDialog";
import { RefuseDialog } from "./RefuseDialog";
import { useExtensions } from "./useExtensions";

/** What units asked for and what was given: Home Affairs answers, or extends unasked. */
export function Extensions({ periodId }: { periodId: string }) {
  const { t } = useTranslation("extension");
  const period = usePeriod(periodId);
  const requests = useExtensionRequests(periodId);
  const given = useExtensions(periodId);
  const [granting, grant] = useState<ExtensionRequest | "unasked" | null>(null);
  const [refusing, refuse] = useState<ExtensionRequest | null>(null);
  const fault = period.error ?? requests.error ?? given.error;
  if (fault !== null) {
    return (
      <Trouble
        fault={fault}
        onRetry={() => void Promise.all([period.refetch(), requests.refetch(), given.refetch()])}
      />
    );
  }
  if (!period.data || !requests.data || !given.data) return <Loading />;
  const names = new Map(period.data.sheets?.map((sheet) => [sheet.unit_code, sheet.unit_name]));
  const waiting = requests.data.filter((one) => one.status === "open");
  const answered = requests.data.filter((one) => one.status !== "open");
  return (
    <Flex vertical gap={16}>
      <Flex wrap gap={8} justify="space-between" align="center">
        <Typography.Title level={2} style={{ fontSize: "1rem", margin: 0 }}>
          {t("decide.waiting")}
        </Typography.Title>
        {period.data.allowed_actions?.includes("extend") && (
          <Button onClick={() => grant("unasked")}>{t("decide.give")}</Button>
        )}
      </Flex>
      <Table
        rowKey="id"
        size="small"
        dataSource={waiting}
        pagination={false}
        scroll={{ x: 720 }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("decide.none")} /> }}
        columns={[
          { title: t("decide.unit"), dataIndex: "unit_name" },
          { title: t("decide.wished"), render: (_, one) => dateTime(one.to) },
          { title: t("decide.reason"), render: (_, one) => <span className="extension-text">{one.reason}</span> },
          { title: t("decide.asked"), render: (_, one) => `${one.asked_by_name}, ${dateTime(one.asked_at)}` },
          {
            title: "",
            render: (_, one) => (
              <Flex gap={8}>
                {one.allowed_actions.includes("grant") && (
                  <Button type="primary" onClick={() => grant(one)}>
                    {t("decide.grant")}
                  </Button>
                )}
                {one.allowed_actions.includes("refuse") && (
                  <Button onClick={() => refuse(one)}>{t("decide.refuse")}</Button>
                )}
              </Flex>
            ),
          },
        ]}
      />
      <Typography.Title level={2} style={{ fontSize: "1rem", margin: 0 }}>
        {t("decide.given")}
      </Typography.Title>
      <Typography.Text type="secondary">{t("decide.newest_counts")}</Typography.Text>
      <Table
        rowKey="number"
        size="small"
        dataSource={given.data}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 560 }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("decide.nothing_given")} /> }}
        columns={[
          { title: t("decide.unit"), render: (_, one) => names.get(one.unit_code) ?? one.unit_code },
          { title: t("decide.to"), render: (_, one) => dateTime(one.to) },
          { title: t("decide.reason"), dataIndex: "reason" },
          { title: t("decide.given_at"), render: (_, one) => dateTime(one.given_at) },
        ]}
      />
      {answered.length > 0 && <Answered requests={answered} />}
      {granting !== null && (
        <GrantDialog
          periodId={periodId}
          request={granting === "unasked" ? null : granting}
          units={[...names].map(([value, label]) => ({ value, label }))}
          onClose={() => grant(null)}
        />
      )}
      {refusing !== null && <RefuseDialog periodId={periodId} request={refusing} onClose={() => refuse(null)} />}
    </Flex>
  );
}

function Answered({ requests }: { requests: ExtensionRequest[] }) {
  const { t } = useTranslation("extension");
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: "1rem", margin: 0 }}>
        {t("decide.answered")}
      </Typography.Title>
      <Table
        rowKey="id"
        size="small"
        dataSource={requests}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 720 }}
        columns={[
          { title: t("decide.unit"), dataIndex: "unit_name" },
          { title: t("decide.wished"), render: (_, one) => dateTime(one.to) },
          { title: t("decide.reason"), dataIndex: "reason" },
          {
            title: t("decide.status"),
            render: (_, one) => (
              <>
                <RequestStatusTag status={one.status} /> {one.decided_by_name}, {dateTime(one.decided_at)}
                {one.decision_reason !== "" && <div className="extension-text">{one.decision_reason}</div>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
