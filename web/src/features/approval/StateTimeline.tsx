import { Card, Skeleton, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import { Trouble } from "@/shared/ui/Trouble";
import { useStateHistory } from "./useStateHistory";

const COLOURS: Record<string, string> = {
  returned: "red",
  approval_voided: "red",
  recalled: "red",
  approved: "blue",
  sent: "green",
};

/** Who did what with the sheet, newest first, with every reason. */
export function StateTimeline({ sheetId }: { sheetId: string }) {
  const { t } = useTranslation("approval");
  const { data, error, refetch } = useStateHistory(sheetId);
  return (
    <Card size="small" title={t("history")} className="report-history">
      {error !== null && <Trouble fault={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton active />}
      {data?.length === 0 && t("common:empty")}
      <Timeline
        items={[...(data ?? [])].reverse().map((step) => ({
          key: step.version,
          color: COLOURS[step.act] ?? "gray",
          content: (
            <>
              <div>{t(`act.${step.act}`)}</div>
              <div className="report-label">
                {dateTime(step.changed_at)} {step.changed_by_name}
              </div>
              {step.reason !== "" && <blockquote className="report-reason">{step.reason}</blockquote>}
            </>
          ),
        }))}
      />
    </Card>
  );
}
