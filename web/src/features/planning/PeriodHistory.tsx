import { Table } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { changedBy } from "./history";
import { useHolders } from "./useHolders";
import { usePeriodHistory } from "./usePeriodHistory";

/** Who changed what of the period and when, by the real clock. */
export function PeriodHistory({ periodId }: { periodId: string }) {
  const { t } = useTranslation("planning");
  const history = usePeriodHistory(periodId);
  const holders = useHolders();
  if (history.isPending) return <Loading />;
  if (history.isError) return <Trouble fault={history.error} onRetry={() => void history.refetch()} />;
  const acts = history.data;
  return (
    <Table
      rowKey="version"
      size="small"
      dataSource={acts}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      scroll={{ x: 640 }}
      columns={[
        { title: t("history.when"), width: 150, render: (_, act) => dateTime(act.changed_at) },
        { title: t("history.act"), width: 200, render: (_, act) => t(`act.${act.act}`) },
        {
          title: t("history.what"),
          render: (_, act, index) =>
            changedBy(act, acts[index + 1])
              .map((key) => t(`state.${key}`, { defaultValue: key }))
              .join(", "),
        },
        {
          title: t("history.who"),
          width: 220,
          render: (_, act) => holders.data?.get(act.changed_by) ?? act.changed_by,
        },
      ]}
    />
  );
}
