import { Table } from "antd";
import { useTranslation } from "react-i18next";
import type { components } from "@/api/generated/identity";

export type CellFault = components["schemas"]["CellFault"];

/** What is wrong in a file, by cell. */
export function Faults({ faults }: { faults: CellFault[] }) {
  const { t } = useTranslation();
  return (
    <Table<CellFault>
      rowKey={(fault) => `${fault.cell}:${fault.detail}`}
      size="small"
      dataSource={faults}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: t("import.cell"), dataIndex: "cell", width: 80 },
        { title: t("import.fault"), dataIndex: "detail" },
      ]}
    />
  );
}
