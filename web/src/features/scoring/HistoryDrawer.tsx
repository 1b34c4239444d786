import { Drawer, Empty, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { useAppraisalHistory } from "./useSending";

export function HistoryDrawer({ appraisalId, onClose }: { appraisalId: string; onClose: () => void }) {
  const { t } = useTranslation("scoring");
  const history = useAppraisalHistory(appraisalId, true);
  return (
    <Drawer open onClose={onClose} title={t("history")} size="min(480px, 100%)">
      {history.isError && <Trouble fault={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <Loading rows={3} />}
      {history.data?.length === 0 && <Empty />}
      <Timeline
        items={history.data?.map((one) => ({
          key: one.version + one.act,
          content: (
            <>
              <div>
                <time dateTime={one.changed_at}>{dateTime(one.changed_at)}</time> · {t(`act.${one.act}`)} ·{" "}
                {t("round_short", { round: one.round })}
              </div>
              {one.reason && <div className="quiet">{one.reason}</div>}
            </>
          ),
        }))}
      />
    </Drawer>
  );
}
