import { useTranslation } from "react-i18next";
import { date, dateTime } from "@/shared/format/dates";
import { instantOf } from "@/shared/format/vietnamTime";
import { extentOf, type Span } from "./spans";
import "./timeline.css";

const WIDTH = 1000;
const ROW = 26;
const TOP = 22;

/** The parts of a period drawn along time. The table beside it says the same in words, so the picture is not read out. */
export function Timeline({ spans, holidays, at }: { spans: Span[]; holidays: string[]; at: number }) {
  const { t } = useTranslation("planning");
  const drawn = spans.filter((span) => span.kind !== "after");
  const [first, last] = extentOf(spans, at);
  const x = (instant: number) => ((Math.min(Math.max(instant, first), last) - first) / (last - first)) * WIDTH;
  const height = TOP + drawn.length * ROW + 4;
  return (
    <div className="timeline" aria-hidden>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="presentation">
        {monthStarts(first, last).map((month) => (
          <g key={month}>
            <line className="timeline-month" x1={x(month)} x2={x(month)} y1={TOP - 4} y2={height} />
            <text className="timeline-label" x={x(month) + 3} y={12}>
              {date(new Date(month).toISOString()).slice(3)}
            </text>
          </g>
        ))}
        {holidays.map((day) => {
          const start = Date.parse(instantOf(`${day}T00:00:00`));
          if (start < first || start > last) return null;
          const width = Math.max(x(start + 86_400_000) - x(start), 2);
          return (
            <rect key={day} className="timeline-holiday" x={x(start)} y={TOP} width={width} height={height - TOP} />
          );
        })}
        {drawn.map((span, index) => {
          const start = x(Date.parse(span.from));
          const end = span.to === null ? WIDTH : x(Date.parse(span.to));
          const title = `${t(`span.${span.kind}`, { round: span.round })}: ${dateTime(span.from)} – ${dateTime(span.to)}`;
          return (
            <g key={`${span.kind}${span.round ?? ""}`}>
              <title>{title}</title>
              <rect
                className={`timeline-bar timeline-${span.kind}`}
                x={start}
                y={TOP + index * ROW + 3}
                width={Math.max(end - start, 3)}
                height={ROW - 6}
                rx={3}
              />
              <text
                className="timeline-name"
                x={start < WIDTH * 0.6 ? start + 6 : end - 6}
                textAnchor={start < WIDTH * 0.6 ? "start" : "end"}
                y={TOP + index * ROW + 17}
              >
                {t(`span.${span.kind}`, { round: span.round })}
              </text>
            </g>
          );
        })}
        {at > first && at < last && <line className="timeline-now" x1={x(at)} x2={x(at)} y1={TOP - 6} y2={height} />}
      </svg>
    </div>
  );
}

function monthStarts(first: number, last: number): number[] {
  const starts: number[] = [];
  const begin = new Date(first + 7 * 3_600_000);
  for (let month = 1; starts.length < 24; month += 1) {
    const start = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + month, 1) - 7 * 3_600_000;
    if (start > last) break;
    starts.push(start);
  }
  return starts;
}
