import { Button, Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import type { Unit } from "@/shared/unit/useUnits";
import { useLog, type Line, type LogFilter, type Source } from "./useLog";

/** The lines of one log. */
export function LogView({
  source,
  own,
  filter,
  units,
}: {
  source: Source;
  own: boolean;
  filter: LogFilter;
  /** Those whose names may be said; of others the code stands alone. */
  units: Unit[];
}) {
  const { t, i18n } = useTranslation("log");
  const log = useLog(source, own, filter);
  if (log.isPending) return <Loading />;
  if (log.isError) return <Trouble fault={log.error} onRetry={() => void log.refetch()} />;
  const lines = log.data.pages.flatMap((page) => page.items);
  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  const act = (line: Line) => (i18n.language === "vi" ? line.title : t(`act.${line.act}`, line.title));
  return (
    <>
      <Table<Line>
        rowKey={(line) => `${line.at}:${line.act}:${line.subject}:${line.by?.account_id}`}
        size="small"
        dataSource={lines}
        pagination={false}
        scroll={{ x: 900 }}
        locale={{ emptyText: <Empty description={t("none")} /> }}
        columns={[
          {
            title: t("field.at"),
            width: 150,
            render: (_, line) => <time dateTime={line.at}>{dateTime(line.at)}</time>,
          },
          {
            title: t("field.by"),
            width: 190,
            render: (_, { by }) =>
              by === null ? (
                t("by_itself")
              ) : (
                <>
                  {by.holder_name}
                  <div className="log-second">{by.username}</div>
                </>
              ),
          },
          { title: t("field.act"), width: 220, render: (_, line) => act(line) },
          {
            title: t("field.subject"),
            render: (_, line) => (
              <>
                {line.subject}
                {line.reason !== "" && <div className="log-second">{t("reason", { reason: line.reason })}</div>}
              </>
            ),
          },
          {
            title: t("field.unit"),
            width: 180,
            render: (_, { unit_code }) => {
              const name = unit_code === null ? undefined : names.get(unit_code);
              return name === undefined ? (
                (unit_code ?? "–")
              ) : (
                <>
                  {name}
                  <div className="log-second">{unit_code}</div>
                </>
              );
            },
          },
        ]}
      />
      {log.hasNextPage && (
        <Button className="log-more" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </>
  );
}
