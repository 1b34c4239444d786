"""Differences between this machine's clock and another's. Tokens, signed links and deadlines go wrong where clocks do."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from chamdiem.doctor.finding import Finding, fault, warning

_NOTED, _WRONG = timedelta(seconds=2), timedelta(seconds=10)
"""`Date` headers have whole seconds, and an answer takes a moment."""


def clock_findings(part: str, theirs: datetime, asked: datetime, answered: datetime) -> list[Finding]:
    """What is wrong with a clock that showed `theirs` at some moment between two of ours; empty when nothing is."""
    if theirs < asked:
        difference = theirs - asked
    elif theirs > answered:
        difference = theirs - answered
    else:
        return []
    seconds = f"{abs(difference).total_seconds():.0f}"
    way = "nhanh" if difference > timedelta() else "chậm"
    sentence = f"Đồng hồ {way} hơn máy này {seconds} giây; hãy bật đồng bộ giờ (NTP) trên cả hai máy."
    if abs(difference) >= _WRONG:
        return [fault(part, sentence)]
    return [warning(part, sentence)] if abs(difference) >= _NOTED else []


def date_of(header: str | None) -> datetime | None:
    """The instant of an HTTP `Date` header, in its middle of a second; None for one that cannot be read."""
    try:
        return parsedate_to_datetime(header or "") + timedelta(milliseconds=500)
    except ValueError:
        return None


def now() -> datetime:
    """This machine's clock."""
    return datetime.now(UTC)
