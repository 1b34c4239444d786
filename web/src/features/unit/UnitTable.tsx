import { Button, Empty, Space, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { date } from "@/shared/format/dates";
import { useGroupTitle } from "@/shared/ui/useGroupTitle";
import { useUnitTypeTitle } from "@/shared/unit/useUnitTypeTitle";
import type { Unit } from "@/shared/unit/useUnits";
import type { UnitRow } from "./rows";

export function UnitTable({
  rows,
  names,
  today,
  tree,
  onChange,
  onRetire,
}: {
  rows: UnitRow[];
  /** Names by code, of the parents. */
  names: Map<string, string>;
  today: string;
  tree: boolean;
  /** Undefined: the account reads only. */
  onChange: ((unit: Unit) => void) | undefined;
  onRetire: ((unit: Unit) => void) | undefined;
}) {
  const { t } = useTranslation("unit");
  const typeTitle = useUnitTypeTitle();
  const groupTitle = useGroupTitle();
  return (
    <Table<UnitRow>
      key={tree ? "tree" : "list"}
      rowKey="key"
      size="small"
      dataSource={rows}
      expandable={{ defaultExpandedRowKeys: tree ? rows.map((row) => row.key) : [] }}
      pagination={false}
      scroll={{ x: 960 }}
      locale={{ emptyText: <Empty description={t("none")} /> }}
      columns={[
        {
          title: t("field.name"),
          key: "name",
          width: 260,
          render: (_, { unit, title, children }) =>
            unit === null ? (
              <strong>{t("heading", { title, count: children?.length ?? 0 })}</strong>
            ) : (
              <>
                {unit.name} {unit.valid_to !== null && unit.valid_to < today && <Tag>{t("over")}</Tag>}
                {unit.valid_from !== null && unit.valid_from > today && <Tag>{t("not_yet")}</Tag>}
                {unit.successor_code !== null && (
                  <Tag>{t("merged_into", { name: names.get(unit.successor_code) ?? unit.successor_code })}</Tag>
                )}
                <div className="unit-code">{unit.code}</div>
              </>
            ),
          onCell: ({ unit }) => (unit === null ? { colSpan: 6 } : {}),
        },
        ...[
          { title: t("field.unit_type"), key: "type", width: 130, of: (unit: Unit) => typeTitle(unit.unit_type) },
          {
            title: t("field.ranking_group"),
            key: "group",
            width: 130,
            of: (unit: Unit) => groupTitle(unit.ranking_group),
          },
          {
            title: t("field.parent"),
            key: "parent",
            width: 150,
            of: (unit: Unit) => (unit.parent_code === null ? "–" : (names.get(unit.parent_code) ?? unit.parent_code)),
          },
          {
            title: t("field.dates"),
            key: "dates",
            width: 180,
            of: (unit: Unit) =>
              unit.valid_from === null && unit.valid_to === null
                ? t("no_dates")
                : `${date(unit.valid_from)} → ${date(unit.valid_to)}`,
          },
          {
            title: t("field.acts"),
            key: "acts",
            width: 150,
            of: (unit: Unit) =>
              onChange !== undefined && (
                <Space size="small">
                  <Button size="small" onClick={() => onChange(unit)} aria-label={t("change_of", { name: unit.name })}>
                    {t("common:action.edit")}
                  </Button>
                  <Button
                    size="small"
                    onClick={() => onRetire?.(unit)}
                    aria-label={t("retire_of", { name: unit.name })}
                  >
                    {t("retire.act")}
                  </Button>
                </Space>
              ),
          },
        ]
          .filter(({ key }) => key !== "acts" || onChange !== undefined)
          .map(({ of, ...column }) => ({
            ...column,
            render: (_: unknown, { unit }: UnitRow) => (unit === null ? null : of(unit)),
            onCell: ({ unit }: UnitRow) => (unit === null ? { colSpan: 0 } : {}),
          })),
      ]}
    />
  );
}
