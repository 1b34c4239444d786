"""Instants as files give them, and lateness in working days (cycle-folder.md; scoring-rules.md section 3)."""

import re
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from chamdiem_rules.refusal import Refused

VIETNAM: Final = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Vietnam has kept UTC+7 since 1975, so no time zone data is needed."""

_INSTANT: Final = re.compile(
    r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,6}))?)?(?:Z|([+-])([0-9]{2}):([0-9]{2}))", re.ASCII
)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_SATURDAY: Final = 5


def parse_instant(text: str, column: str = "sent_at") -> datetime:
    """The instant that `YYYY-MM-DDTHH:MM[:SS[.f{1,6}]](Z|±HH:MM)` names, with its own offset. Refused with `bad-time`: all else."""
    match = _INSTANT.fullmatch(text)
    try:
        if match is None:
            raise ValueError(text)
        year, month, day, hour, minute, second, fraction, sign, offset_hour, offset_minute = match.groups()
        offset = timedelta()
        if sign:
            if int(offset_minute) > 59:
                raise ValueError(text)
            offset = timedelta(hours=int(offset_hour), minutes=int(offset_minute))
        zone = timezone(-offset if sign == "-" else offset)
        instant = datetime(
            int(year), int(month), int(day), int(hour), int(minute), int(second or 0), int((fraction or "0").ljust(6, "0")), tzinfo=zone
        )
        # An instant at the calendar's very ends has no date elsewhere, so it could be neither stored nor compared.
        instant.astimezone(UTC)
        instant.astimezone(VIETNAM)
    except (ValueError, OverflowError):
        raise Refused("bad-time", "Hãy ghi thời điểm dạng 2022-01-31T17:00:00+07:00, có múi giờ.", column) from None
    return instant


def parse_date(text: str, column: str = "") -> date:
    """The calendar date that `YYYY-MM-DD` names. Refused with `bad-time`: all else."""
    try:
        if _DATE.fullmatch(text) is None:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise Refused("bad-time", "Hãy ghi ngày dạng 2022-01-31.", column) from None


def working_days_late(deadline: datetime, sent_at: datetime, holidays: Collection[date] = ()) -> int:
    """How late a sheet was sent, in working days: 0 by the deadline, the instant itself in time, else at least 1.

    Counts the days d with deadline date < d ≤ date sent in Asia/Ho_Chi_Minh that are no Saturday, Sunday or one of `holidays`.
    """
    if sent_at <= deadline:
        return 0
    due, sent = deadline.astimezone(VIETNAM).date(), sent_at.astimezone(VIETNAM).date()
    weeks, rest = divmod((sent - due).days, 7)
    days = weeks * 5 + sum((due.weekday() + i) % 7 < _SATURDAY for i in range(1, rest + 1))
    days -= sum(due < holiday <= sent and holiday.weekday() < _SATURDAY for holiday in set(holidays))
    return max(1, days)
