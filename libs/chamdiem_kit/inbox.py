"""The inbox: an event's id and its effect in one transaction, so that a repeat does nothing (architecture, "Events")."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.base import Event
from chamdiem_kit.bus.port import Message
from chamdiem_kit.db import Database
from chamdiem_kit.errors import Unavailable
from chamdiem_kit.logs import start_trace
from chamdiem_kit.lost_line import may_succeed_later

E_co = TypeVar("E_co", bound=Event, covariant=True)


@dataclass(frozen=True)
class Received(Generic[E_co]):
    """An event as a handler gets it.

    `replayed`: it was handled once before and comes again because the service is rebuilt. What it did beyond the copy of foreign facts
    stands; a handler keeps the copy and does nothing else.
    """

    id: UUID
    source: str
    occurred_at: datetime
    data: E_co
    replayed: bool = False


Handler = Callable[[AsyncConnection, Received[Any]], Awaitable[None]]
Consumers = Mapping[type[Event], Handler]

_FIRST_TIME = text("""
    INSERT INTO inbox (message_id, event_id) SELECT unnest(CAST(:ids AS uuid[])), unnest(CAST(:event_ids AS uuid[]))
    ON CONFLICT DO NOTHING RETURNING message_id""")
_KEEP_PART = text("INSERT INTO inbox_part (event_id, part, parts, data) VALUES (:event_id, :part, :parts, :data) ON CONFLICT DO NOTHING")
_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended(CAST(:event_id AS text), 0))")
_PARTS = text("SELECT data FROM inbox_part WHERE event_id = :event_id ORDER BY part")
_DROP_PARTS = text("DELETE FROM inbox_part WHERE event_id = :event_id")
_BURY = text("""
    INSERT INTO dead_letter (message_id, event_id, part, parts, source, type, subject, subject_version, trace_id, occurred_at, data, reason)
    VALUES (:id, :event_id, :part, :parts, :source, :type, :subject, :subject_version, :trace_id, :occurred_at, :data, :reason)
    ON CONFLICT (message_id) DO UPDATE SET reason = excluded.reason, buried_at = clock_timestamp()""")


class Inbox:
    """Delivers batches to a service's handlers."""

    def __init__(self, database: Database, consumers: Consumers) -> None:
        self._database, self._consumers = database, consumers
        self._classes = {cls.type: cls for cls in consumers}
        self.types = frozenset(self._classes)

    async def deliver(self, batch: Sequence[Message]) -> None:
        """One transaction for the whole batch; raises when any handler does, and then nothing is kept.

        `Unavailable` when the database goes away or can take nothing now, which is no fault of any message.
        """
        try:
            async with self._database.transaction() as tx:
                await self.deliver_in(tx, batch)
        except Exception as fault:
            if may_succeed_later(fault):
                raise Unavailable("Cơ sở dữ liệu chưa trả lời; sự kiện sẽ được chuyển lại.") from fault
            raise

    async def deliver_in(self, tx: AsyncConnection, batch: Sequence[Message], replayed: Collection[UUID] = ()) -> None:
        """As `deliver`, in the caller's transaction. `replayed` are messages of the batch that were handled before a rebuild."""
        new = await self._first_time(tx, batch)
        for message in batch:
            if message.id in new:
                new.discard(message.id)
                data = message.data if message.parts == 1 else await self._joined(tx, message)
                if data is not None:
                    await self._handle(tx, message, data, replayed=message.id in replayed)

    async def bury(self, message: Message, reason: str) -> None:
        """Keep a message that failed for good, to be shown and delivered again by hand. `Unavailable` as `deliver`."""
        try:
            async with self._database.transaction() as tx:
                await self.bury_in(tx, message, reason)
        except Exception as fault:
            if may_succeed_later(fault):
                raise Unavailable("Cơ sở dữ liệu chưa trả lời; sự kiện sẽ được chuyển lại.") from fault
            raise

    async def bury_in(self, tx: AsyncConnection, message: Message, reason: str) -> None:
        """As `bury`, in the caller's transaction."""
        await tx.execute(_BURY, {**message.__dict__, "reason": reason})

    async def _first_time(self, tx: AsyncConnection, batch: Sequence[Message]) -> set[UUID]:
        result = await tx.execute(_FIRST_TIME, {"ids": [m.id for m in batch], "event_ids": [m.event_id for m in batch]})
        return set(result.scalars())

    async def _joined(self, tx: AsyncConnection, message: Message) -> str | None:
        # Two deliveries at one time would each see only their own part, and nobody all of them.
        await tx.execute(_ALONE, {"event_id": str(message.event_id)})
        await tx.execute(_KEEP_PART, {"event_id": message.event_id, "part": message.part, "parts": message.parts, "data": message.data})
        pieces = list((await tx.execute(_PARTS, {"event_id": message.event_id})).scalars())
        if len(pieces) < message.parts:
            return None
        await tx.execute(_DROP_PARTS, {"event_id": message.event_id})
        return "".join(pieces)

    async def _handle(self, tx: AsyncConnection, message: Message, data: str, *, replayed: bool) -> None:
        cls = self._classes[message.type]
        start_trace(f"00-{message.trace_id}-0-0")
        event = cls.model_validate_json(data)
        await self._consumers[cls](tx, Received(message.event_id, message.source, message.occurred_at, event, replayed))
