import { Empty } from "antd";
import { useTranslation } from "react-i18next";
import { usePeriods } from "@/shared/period/usePeriods";
import { Feedback } from "@/shared/ui/Feedback";
import { Loading } from "@/shared/ui/Loading";
import { Trouble } from "@/shared/ui/Trouble";
import { PeriodOverview } from "./PeriodOverview";

const RUNNING = new Set(["open", "self_assessment_closed", "appraisal_closed"]);

/** Home Affairs: every running period with who has not started, not sent, not appraised. */
export default function ManagerOverview() {
  const { t } = useTranslation("overview");
  const { data, error, refetch } = usePeriods();
  if (error !== null) return <Trouble fault={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const running = data.filter((period) => RUNNING.has(period.status));
  if (running.length === 0) return <Empty description={t("manager.none")} />;
  return (
    <Feedback>
      {running.map((period) => (
        <PeriodOverview key={period.id} period={period} />
      ))}
    </Feedback>
  );
}
