import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { Line } from "./lines";

/** How much each member has; for reading. */
export function LinesRead({ lines, nameOf }: { lines: Line[]; nameOf: (accountId: string) => string }) {
  const { t } = useTranslation("assignment");
  return (
    <Table
      size="small"
      pagination={false}
      scroll={{ x: "max-content" }}
      rowKey="place"
      locale={{ emptyText: t("members.nothing_shared") }}
      dataSource={lines.map((line, place) => ({ ...line, place }))}
      columns={[
        { title: t("members.member"), render: (_, line) => nameOf(line.account_id) },
        {
          title: t("members.units"),
          render: (_, { sheets }) => (sheets ? t("members.n_units", { count: sheets.length }) : t("members.all_units")),
        },
        {
          title: t("members.criteria"),
          render: (_, { items }) =>
            items ? t("members.n_criteria", { count: items.length }) : t("members.all_criteria"),
        },
      ]}
    />
  );
}
