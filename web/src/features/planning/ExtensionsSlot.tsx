import { Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Period } from "@/shared/period/usePeriods";

/** The units' longer deadlines that hold now. */
export function ExtensionsSlot({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  return (
    <Table
      rowKey="unit_code"
      size="small"
      dataSource={period.extensions}
      pagination={false}
      scroll={{ x: 560 }}
      locale={{ emptyText: <Empty description={t("extension.none")} /> }}
      columns={[
        { title: t("field.unit_code"), dataIndex: "unit_code" },
        { title: t("extension.to"), render: (_, one) => dateTime(one.to) },
        { title: t("extension.reason"), dataIndex: "reason" },
        { title: t("extension.given_at"), render: (_, one) => dateTime(one.given_at) },
      ]}
    />
  );
}
