import { Empty, Input, Progress, Select, Space, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { dateTime } from "@/shared/format/dates";
import { byName, holds } from "@/shared/format/search";
import type { Period } from "@/shared/period/usePeriods";
import { Loading } from "@/shared/ui/Loading";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Trouble } from "@/shared/ui/Trouble";
import { PeriodExports } from "./PeriodExports";
import { useSheetProgress, type SheetProgress } from "./useSheetProgress";

/** Which unit has sent and how complete the others are; no value and no score. */
export function SheetsOfPeriod({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  const progress = useSheetProgress(period.id);
  const [wanted, setWanted] = useState("");
  const [status, setStatus] = useState<string>();
  if (progress.isPending) return <Loading />;
  if (progress.isError) return <Trouble fault={progress.error} onRetry={() => void progress.refetch()} />;
  const sheets = progress.data;
  const counts = new Map<string, number>();
  for (const sheet of sheets) counts.set(sheet.status, (counts.get(sheet.status) ?? 0) + 1);
  const shown = sheets.filter(
    (sheet) =>
      (status === undefined || sheet.status === status) && holds(`${sheet.unit_name} ${sheet.unit_code}`, wanted),
  );
  return (
    <>
      <Space wrap style={{ marginBlockEnd: 8 }}>
        <Input.Search
          allowClear
          aria-label={t("sheets.search")}
          placeholder={t("sheets.search")}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          style={{ inlineSize: 240 }}
        />
        <Select
          allowClear
          aria-label={t("field.status")}
          placeholder={t("sheets.all", { count: sheets.length })}
          value={status}
          onChange={setStatus}
          style={{ inlineSize: 260 }}
          options={[...counts].map(([value, count]) => ({
            value,
            label: `${t(`common:sheet_status.${value}`)} (${count})`,
          }))}
        />
        <PeriodExports periodId={period.id} />
      </Space>
      <Table<SheetProgress>
        rowKey="sheet_id"
        size="small"
        dataSource={shown}
        pagination={{ pageSize: 100, hideOnSinglePage: true }}
        scroll={{ x: 820 }}
        locale={{ emptyText: <Empty description={t("sheets.none")} /> }}
        columns={[
          {
            title: t("field.unit"),
            sorter: (a, b) => byName(a.unit_name, b.unit_name),
            render: (_, sheet) =>
              sheet.sent_at ? (
                <Link to={`/${period.program}/self_assessment/${sheet.sheet_id}`}>{sheet.unit_name}</Link>
              ) : (
                sheet.unit_name
              ),
          },
          { title: t("field.criteria_set"), dataIndex: "set_code", width: 160 },
          {
            title: t("field.status"),
            width: 210,
            sorter: (a, b) => a.status.localeCompare(b.status),
            render: (_, sheet) => <StatusTag of="sheet" status={sheet.status} />,
          },
          {
            title: t("sheets.complete"),
            width: 150,
            sorter: (a, b) => a.complete_percent - b.complete_percent,
            render: (_, sheet) => (
              <Progress percent={sheet.complete_percent} size="small" aria-label={t("sheets.complete")} />
            ),
          },
          {
            title: t("sheets.sent_at"),
            width: 220,
            sorter: (a, b) => (a.sent_at ?? "").localeCompare(b.sent_at ?? ""),
            render: (_, sheet) => (
              <>
                {dateTime(sheet.sent_at)} {sheet.late && <Tag color="volcano">{t("sheets.late")}</Tag>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
