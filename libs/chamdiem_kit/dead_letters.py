"""Messages that failed for good: listed, shown, and delivered again by hand once the cause is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_kit.app import Service
from chamdiem_kit.bus.port import Message

_COLUMNS = "message_id, event_id, part, parts, source, type, subject, subject_version, trace_id, occurred_at, data, reason, buried_at"
_LIST = text(f"SELECT {_COLUMNS} FROM dead_letter ORDER BY buried_at, message_id LIMIT :limit")
_OF_IDS = text(f"SELECT {_COLUMNS} FROM dead_letter WHERE message_id = ANY(:ids) ORDER BY occurred_at, part FOR UPDATE")
_DROP = text("DELETE FROM dead_letter WHERE message_id = :id")


@dataclass(frozen=True)
class DeadLetter:
    """A message, why it failed the last time, and since when it rests here."""

    message: Message
    reason: str
    buried_at: datetime


async def oldest(tx: AsyncConnection, limit: int) -> list[DeadLetter]:
    """The dead letters of a service, the oldest first."""
    return [_read(row._asdict()) for row in await tx.execute(_LIST, {"limit": limit})]


async def redeliver(service: Service, ids: Sequence[UUID]) -> int:
    """Deliver these again in the order they were told, and forget them; how many.

    All or none: raises what the handler raises, and then all stay. An id that is not there is passed over.
    """
    async with service.database.transaction() as tx:
        letters = [_read(row._asdict()) for row in await tx.execute(_OF_IDS, {"ids": list(ids)})]
        for letter in letters:
            await service.inbox.deliver_in(tx, [letter.message])
            await tx.execute(_DROP, {"id": letter.message.id})
    return len(letters)


def _read(row: dict[str, object]) -> DeadLetter:
    fields = dict(row)
    reason, buried_at = fields.pop("reason"), fields.pop("buried_at")
    return DeadLetter(Message(id=fields.pop("message_id"), **fields), reason, buried_at)  # type: ignore[arg-type]
