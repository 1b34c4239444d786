import { Empty, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { date, dateTime } from "@/shared/format/dates";
import { Ledger, type LedgerColumn } from "@/shared/ui/Ledger";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useMergers, type Merger } from "./useMergers";

/** The mergers there were, and those whose day is still to come. */
export function PastMergers() {
  const { t } = useTranslation("unit");
  const mergers = useMergers();
  const columns: LedgerColumn<Merger>[] = [
    { key: "day", title: t("merge.column.day"), cell: (one) => date(one.merged_on) },
    {
      key: "predecessors",
      title: t("merge.column.predecessors"),
      cell: (one) => one.predecessors.map((unit) => unit.name).join(", "),
    },
    { key: "successor", title: t("merge.column.successor"), cell: (one) => one.successor_name },
    { key: "reason", title: t("merge.column.reason"), cell: (one) => one.reason },
    {
      key: "decided",
      title: t("merge.column.decided"),
      wideOnly: true,
      cell: (one) => (
        <>
          {one.decided_by_name}
          <div className="unit-code">{dateTime(one.decided_at)}</div>
        </>
      ),
    },
    {
      key: "state",
      title: t("merge.column.state"),
      cell: (one) => <Tag>{t(one.carried_out_at === null ? "merge.waiting" : "merge.carried_out")}</Tag>,
    },
  ];
  return (
    <section aria-labelledby="past-mergers" className="past-mergers">
      <h2 id="past-mergers">{t("merge.past")}</h2>
      {mergers.isPending && <Loading rows={3} />}
      {mergers.isError && <Trouble fault={mergers.error} onRetry={() => void mergers.refetch()} />}
      {mergers.data?.length === 0 && <Empty description={t("merge.none")} />}
      {mergers.data !== undefined && mergers.data.length > 0 && (
        <Ledger caption={t("merge.past")} columns={columns} rows={mergers.data} keyOf={(one) => one.id} />
      )}
    </section>
  );
}
