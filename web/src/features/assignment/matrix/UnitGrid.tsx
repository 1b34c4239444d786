import { Button, Drawer, Empty, Input, Table, Tag } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { holds } from "@/shared/format/search";
import { countsOf, itemsOf, type Cell, type ItemOfSheet, type Matrix, type MatrixRow } from "./counting";

interface Line {
  row: MatrixRow;
  items: ItemOfSheet[];
  counts: Map<string, Cell>;
}

/** Units down, agencies across: how many items each scores there; a unit opens into its items one by one. */
export function UnitGrid({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation("assignment");
  const [wanted, setWanted] = useState("");
  const [opened, setOpened] = useState<Line | null>(null);
  const lines = useMemo<Line[]>(
    () =>
      matrix.rows.map((row) => {
        const items = itemsOf(matrix, row);
        return { row, items, counts: countsOf(items) };
      }),
    [matrix],
  );
  const shown = lines.filter(({ row }) => holds(`${row.unit_name} ${row.unit_code}`, wanted));
  return (
    <>
      <Input.Search
        allowClear
        aria-label={t("matrix.search_unit")}
        placeholder={t("matrix.search_unit")}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        style={{ inlineSize: 260, marginBlockEnd: 8 }}
      />
      <Table<Line>
        rowKey={({ row }) => row.sheet_id}
        size="small"
        dataSource={shown}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 360 + matrix.agencies.length * 84 }}
        locale={{ emptyText: <Empty description={t("matrix.no_sheets")} /> }}
        columns={[
          {
            title: t("matrix.unit"),
            fixed: "left",
            width: 190,
            render: (_, line) => (
              <Button
                type="link"
                size="small"
                onClick={() => setOpened(line)}
                style={{ padding: 0, whiteSpace: "normal", textAlign: "start", blockSize: "auto" }}
              >
                {line.row.unit_name}
              </Button>
            ),
          },
          { title: t("matrix.set"), width: 140, render: (_, { row }) => row.set_code },
          ...matrix.agencies.map(({ appraiser_code }) => ({
            title: appraiser_code,
            width: 84,
            align: "right" as const,
            render: (_: unknown, { counts }: Line) => <Count cell={counts.get(appraiser_code)} />,
          })),
          {
            title: t("matrix.gaps"),
            width: 90,
            align: "right",
            render: (_, { row }) => (row.gaps.length > 0 ? <Tag color="red">{row.gaps.length}</Tag> : "0"),
          },
        ]}
      />
      <Drawer
        open={opened !== null}
        onClose={() => setOpened(null)}
        size={720}
        title={opened ? t("matrix.items_of", { unit: opened.row.unit_name, set: opened.row.set_code }) : ""}
      >
        {opened && <ItemList items={opened.items} />}
      </Drawer>
    </>
  );
}

function Count({ cell }: { cell: Cell | undefined }) {
  const { t } = useTranslation("assignment");
  if (cell === undefined) return <span aria-label="0">·</span>;
  if (cell.replacing === 0) return cell.items;
  return (
    <Tag color="purple" title={t("matrix.replacing", { count: cell.replacing })}>
      {cell.items} ({t("matrix.replacing_short", { count: cell.replacing })})
    </Tag>
  );
}

function ItemList({ items }: { items: ItemOfSheet[] }) {
  const { t } = useTranslation("assignment");
  return (
    <Table<ItemOfSheet>
      rowKey={({ column }) => column.code + column.kind}
      size="small"
      dataSource={items}
      pagination={false}
      scroll={{ x: 460 }}
      columns={[
        { title: t("matrix.item"), width: 70, render: (_, { column }) => column.code },
        {
          title: t("matrix.item_title"),
          render: (_, { column }) => (
            <>
              {column.title} {column.kind !== "leaf" && <Tag>{t(`matrix.kind.${column.kind}`)}</Tag>}
            </>
          ),
        },
        {
          title: t("matrix.agency"),
          width: 170,
          render: (_, { agency, replaces, gap, column }) => {
            if (gap) return <Tag color="red">{t("matrix.nobody")}</Tag>;
            if (column.appraiser_code === null) return t("matrix.system");
            return replaces === null ? (
              agency
            ) : (
              <Tag color="purple">{t("matrix.instead", { agency, of: replaces })}</Tag>
            );
          },
        },
      ]}
    />
  );
}
