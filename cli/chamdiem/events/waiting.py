"""What is on its way: events that an outbox still holds, and messages that wait in a service's queue."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import text

from chamdiem.events.reach import EventsRefused, Reached, said

_PENDING = text("""
    SELECT count(*) AS waiting, clock_timestamp() - min(occurred_at) AS oldest, (SELECT count(*) FROM outbox) AS told,
           (SELECT count(*) FROM dead_letter) AS dead
      FROM outbox WHERE published_at IS NULL""")


@dataclass(frozen=True)
class Pending:
    """One service: messages in its outbox that no bus has taken, the age of the oldest, all it ever told, its dead letters.

    `queued`: messages for it in the broker; None where there is no broker or it does not answer.
    """

    service: str
    waiting: int
    oldest: timedelta | None
    told: int
    dead: int
    queued: int | None


async def pending(of: Reached) -> Pending:
    """How it stands with one service. Raises `EventsRefused`."""
    async with said(of.name), of.database.transaction() as tx:
        row = (await tx.execute(_PENDING)).one()
    return Pending(of.name, row.waiting, row.oldest, row.told, row.dead, await _queued(of))


async def _queued(of: Reached) -> int | None:
    try:
        bus = of.bus()
    except EventsRefused:
        return None
    return await bus.waiting(of.name)


def age_text(age: timedelta | None) -> str:
    """An age as people say it, its two largest units; '' for none."""
    if age is None:
        return ""
    seconds = max(0, int(age.total_seconds()))
    parts = [(seconds // 86400, "ngày"), (seconds // 3600 % 24, "giờ"), (seconds // 60 % 60, "phút"), (seconds % 60, "giây")]
    first = next((place for place, (count, _) in enumerate(parts) if count), 3)
    return " ".join(f"{count} {unit}" for count, unit in parts[first : first + 2] if count) or "0 giây"
