import { Descriptions, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { serverNow } from "@/shared/api/serverClock";
import { date, dateTime } from "@/shared/format/dates";
import type { Period } from "@/shared/period/usePeriods";
import { spansOf, stateAt, type Span } from "./spans";
import { Timeline } from "./Timeline";

/** What happens when in a period: drawn, and the same in words. */
export function Calendar({ period }: { period: Period }) {
  const { t } = useTranslation("planning");
  const at = period.clock_at ? Date.parse(period.clock_at) : serverNow();
  const spans = spansOf(period);
  return (
    <>
      <Timeline spans={spans} holidays={period.holidays} at={at} />
      <Table<Span>
        rowKey={(span) => `${span.kind}${span.round ?? ""}`}
        size="small"
        pagination={false}
        scroll={{ x: "max(100%, 340px)" }}
        dataSource={spans}
        columns={[
          {
            title: t("calendar.when"),
            width: 145,
            render: (_, span) => (
              <>
                {dateTime(span.from)}
                <br />
                {span.to === null ? t("calendar.on") : `– ${dateTime(span.to)}`}
              </>
            ),
          },
          {
            title: t("calendar.what"),
            width: "100%",
            className: "calendar-what",
            render: (_, span) => (
              <>
                <b>{t(`span.${span.kind}`, { round: span.round })}</b>
                <div>{t(`span_detail.${span.kind}`)}</div>
              </>
            ),
          },
          {
            title: t("calendar.state"),
            width: 90,
            render: (_, span) => {
              const state = stateAt(span, at);
              const colour = { past: "default", now: "green", coming: "blue" }[state];
              return <Tag color={colour}>{t(`calendar.${state}`)}</Tag>;
            },
          },
        ]}
      />
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        style={{ marginBlockStart: 12 }}
        items={[
          {
            key: "holidays",
            label: t("field.holidays"),
            children: period.holidays.length
              ? period.holidays.map((day) => date(day)).join(", ")
              : t("calendar.no_holidays"),
          },
          { key: "rounds", label: t("field.clarification_rounds"), children: period.clarification_rounds },
          { key: "lock", label: t("field.lock_scope"), children: t(`lock_scope.${period.lock_scope}`) },
          {
            key: "sees",
            label: t("field.unit_sees_scores"),
            children: t(`unit_sees_scores.${period.unit_sees_scores}`),
          },
        ]}
      />
    </>
  );
}
