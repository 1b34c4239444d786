"""The instant of a write is the database's clock; deadlines are judged by the clock of the period (architecture, "Time")."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

_NOW = text("SELECT clock_timestamp()")


async def real_now(tx: AsyncConnection) -> datetime:
    """The machine-independent instant (UTC) by which writes, links and logs are dated."""
    value: datetime = (await tx.execute(_NOW)).scalar_one()
    return value


def judged_now(clock_at: datetime | None, now: datetime) -> datetime:
    """The instant deadlines are judged by: a rehearsal's own clock, which stands still between moves, else `now` (rules §9)."""
    return clock_at if clock_at is not None else now
