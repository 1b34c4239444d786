import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime, left } from "@/shared/format/dates";

/** A deadline and how long until then, by the server's clock (a rehearsal's: `clockAt`); told anew every half minute. */
export function TimeLeft({ until, clockAt }: { until: string; clockAt?: string | null }) {
  const { t } = useTranslation();
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => again((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, []);
  const { ms, days, hours, minutes } = left(until, clockAt);
  const unit =
    days > 0 ? (["days", days] as const) : hours > 0 ? (["hours", hours] as const) : (["minutes", minutes] as const);
  return (
    <span>
      <time dateTime={until}>{dateTime(until)}</time> (
      {ms <= 0 ? t("time_left.over") : t(`time_left.${unit[0]}`, { count: unit[1] })})
    </span>
  );
}
