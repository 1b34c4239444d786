import { Input, Select, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { byName, holds } from "@/shared/format/search";
import type { Period } from "@/shared/period/usePeriods";
import { StatusTag } from "@/shared/ui/StatusTag";
import { Bar } from "./Bar";
import { RemindButton } from "./RemindButton";
import { isUnsent, type SheetOfPeriod } from "./usePeriodProgress";

/** A bar for every unit, who is behind first, with one click to remind one or all that have not sent. */
export function UnitProgress({ period, sheets }: { period: Period; sheets: SheetOfPeriod[] }) {
  const { t } = useTranslation("overview");
  const { t: common } = useTranslation();
  const [wanted, setWanted] = useState("");
  const [status, setStatus] = useState<string>();
  const shown = sheets
    .filter((one) => holds(one.unit_name, wanted) && (status === undefined || one.status === status))
    .sort((a, b) => a.complete_percent - b.complete_percent || byName(a.unit_name, b.unit_name));
  const unsent = shown.filter(isUnsent);
  const reminder = {
    text: t("remind.unit", {
      program: common(`program.${period.program}`),
      year: period.year,
      at: dateTime(period.self_assessment_to),
    }),
    path: `/${period.program}/self_assessment`,
  };
  return (
    <>
      <div className="overview-tools">
        <Input.Search
          allowClear
          placeholder={t("manager.find_unit")}
          aria-label={t("manager.find_unit")}
          onChange={(event) => setWanted(event.target.value)}
        />
        <Select
          allowClear
          placeholder={t("manager.any_status")}
          aria-label={t("column.status")}
          value={status}
          onChange={setStatus}
          options={[...new Set(sheets.map((one) => one.status))].map((one) => ({
            value: one,
            label: common(`sheet_status.${one}`),
          }))}
        />
        <RemindButton
          {...reminder}
          units={unsent.map((one) => one.unit_code)}
          label={t("remind.all_units", { count: unsent.length })}
          disabled={unsent.length === 0}
        />
      </div>
      <Table<SheetOfPeriod>
        rowKey="sheet_id"
        size="small"
        dataSource={shown}
        pagination={{ defaultPageSize: 20, hideOnSinglePage: true }}
        scroll={{ x: 680 }}
        columns={[
          { title: t("column.unit"), dataIndex: "unit_name" },
          {
            title: t("column.status"),
            render: (_, one) => (
              <>
                <StatusTag of="sheet" status={one.status} />
                {one.late && <Tag color="volcano">{t("manager.late")}</Tag>}
              </>
            ),
          },
          {
            title: t("column.progress"),
            render: (_, one) => <Bar done={one.complete_percent} of={100} label={`${one.complete_percent} %`} />,
          },
          { title: t("column.sent_at"), render: (_, one) => dateTime(one.sent_at) },
          {
            title: t("column.remind"),
            render: (_, one) =>
              isUnsent(one) && <RemindButton {...reminder} units={[one.unit_code]} label={t("remind.one")} />,
          },
        ]}
      />
    </>
  );
}
