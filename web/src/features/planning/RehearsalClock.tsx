import { Alert, App, Button, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateTime } from "@/shared/format/dates";
import type { Period } from "@/shared/period/usePeriods";
import { InstantPicker } from "@/shared/ui/InstantPicker";
import { Trouble } from "@/shared/ui/Trouble";
import { spansOf } from "./calendar/spans";
import { useMoveClock } from "./useMoveClock";

/** A rehearsal's own clock: what it shows, and moving it forward for who may. */
export function RehearsalClock({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  const { message } = App.useApp();
  const move = useMoveClock(period.id);
  const [at, setAt] = useState<string | null>(null);
  if (!period.clock_at) return null;
  const now = Date.parse(period.clock_at);
  const ends = spansOf(period).flatMap(({ kind, from, to, round }) => [
    { key: `${kind}${round ?? ""}-from`, at: from, label: t("clock.begin_of", { span: t(`span.${kind}`, { round }) }) },
    ...(to
      ? [{ key: `${kind}${round ?? ""}-to`, at: to, label: t("clock.end_of", { span: t(`span.${kind}`, { round }) }) }]
      : []),
  ]);
  const go = (instant: string) =>
    move.mutate(instant, {
      onSuccess: () => {
        setAt(null);
        void message.success(t("clock.moved", { at: dateTime(instant) }));
      },
    });
  return (
    <Alert
      type="info"
      showIcon
      title={t("clock.shows", { at: dateTime(period.clock_at) })}
      style={{ marginBlockEnd: 12 }}
      description={
        period.allowed_actions?.includes("move_clock") ? (
          <>
            <p>{t("clock.detail")}</p>
            <Space wrap>
              <InstantPicker value={at} onChange={setAt} label={t("clock.move_to")} usualTime="08:00" />
              <Button type="primary" disabled={at === null} loading={move.isPending} onClick={() => at && go(at)}>
                {t("clock.move")}
              </Button>
              {ends
                .filter((end) => Date.parse(end.at) > now)
                .map((end) => (
                  <Button key={end.key} size="small" onClick={() => setAt(end.at)}>
                    {end.label}
                  </Button>
                ))}
            </Space>
            {move.isError && <Trouble fault={move.error} />}
          </>
        ) : (
          t("clock.administrator")
        )
      }
    />
  );
}
