import { Empty, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { date, dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useMergers, type Merger } from "./useMergers";

/** The mergers there were, and those whose day is still to come. */
export function PastMergers() {
  const { t } = useTranslation("unit");
  const mergers = useMergers();
  return (
    <section aria-labelledby="past-mergers" className="past-mergers">
      <h2 id="past-mergers">{t("merge.past")}</h2>
      {mergers.isPending && <Loading rows={3} />}
      {mergers.isError && <Trouble fault={mergers.error} onRetry={() => void mergers.refetch()} />}
      {mergers.data && (
        <Table<Merger>
          rowKey="id"
          size="small"
          dataSource={mergers.data}
          pagination={false}
          scroll={{ x: 860 }}
          locale={{ emptyText: <Empty description={t("merge.none")} /> }}
          columns={[
            { title: t("merge.column.day"), width: 110, render: (_, one) => date(one.merged_on) },
            {
              title: t("merge.column.predecessors"),
              render: (_, one) => one.predecessors.map((unit) => unit.name).join(", "),
            },
            { title: t("merge.column.successor"), render: (_, one) => one.successor_name },
            { title: t("merge.column.reason"), render: (_, one) => one.reason },
            {
              title: t("merge.column.decided"),
              width: 190,
              render: (_, one) => (
                <>
                  {one.decided_by_name}
                  <div className="unit-code">{dateTime(one.decided_at)}</div>
                </>
              ),
            },
            {
              title: t("merge.column.state"),
              width: 130,
              render: (_, one) => <Tag>{t(one.carried_out_at === null ? "merge.waiting" : "merge.carried_out")}</Tag>,
            },
          ]}
        />
      )}
    </section>
  );
}
