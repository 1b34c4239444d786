import { serverNow } from "@/shared/api/serverClock";

const ZONE = "Asia/Ho_Chi_Minh";
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function told(instant: string | number): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/** `08/02/2022 14:05`, Vietnam's time. Empty: `–`. */
export function dateTime(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined) return "–";
  const { day, month, year, hour, minute } = told(instant);
  return `${day}/${month}/${year} ${hour}:${minute}`;
}

/** `08/02/2022`, of an instant in Vietnam's time or of a date `2022-02-08`. */
export function date(instant: string | null | undefined): string {
  if (instant === null || instant === undefined) return "–";
  if (/^\d{4}-\d\d-\d\d$/.test(instant)) return instant.split("-").reverse().join("/");
  const { day, month, year } = told(instant);
  return `${day}/${month}/${year}`;
}

export function time(instant: string | number): string {
  const { hour, minute } = told(instant);
  return `${hour}:${minute}`;
}

/** Time left until an instant by the server's clock, or by a rehearsal's (`clockAt`): negative once it has passed. */
export function left(
  until: string,
  clockAt?: string | null,
): { days: number; hours: number; minutes: number; ms: number } {
  const ms = Date.parse(until) - (clockAt ? Date.parse(clockAt) : serverNow());
  const minutes = Math.trunc(ms / 60_000);
  return { ms, days: Math.trunc(minutes / 1440), hours: Math.trunc((minutes % 1440) / 60), minutes: minutes % 60 };
}
