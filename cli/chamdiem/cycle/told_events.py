"""How many events the services told in a cycle: counted on the bus within one process, else in the outboxes."""

from collections.abc import Mapping, Sequence
from typing import Protocol
from uuid import UUID

from chamdiem_contracts.base import event_types
from chamdiem_kit.bus.port import Bus, Message
from chamdiem_kit.db import connect_driver

_NAME = "cycle"
_COUNT = "SELECT count(DISTINCT event_id) FROM outbox"


class ToldEvents(Protocol):
    """A count that began when the cycle did."""

    async def count(self) -> int:
        """Events told so far."""


class EventsOnTheBus:
    """Counts each event once, however often it is delivered: one more listener on the bus of the process, which only counts."""

    def __init__(self) -> None:
        self._seen: set[UUID] = set()

    async def listen(self, bus: Bus) -> None:
        """Count from now on."""
        await bus.subscribe(_NAME, frozenset(event_types()), self._count, self._bury)

    async def count(self) -> int:
        return len(self._seen)

    async def _count(self, batch: Sequence[Message]) -> None:
        self._seen.update(message.event_id for message in batch)

    async def _bury(self, message: Message, reason: str) -> None:
        """Nothing is kept: counting does not fail."""


class EventsInTheOutboxes:
    """What the services' outboxes hold more than when it began; `databases`: service → URL of who may read there."""

    def __init__(self, databases: Mapping[str, str]) -> None:
        self._databases = databases
        self._before = 0

    async def begin(self) -> None:
        """Count from now on. Raises what the driver raises."""
        self._before = await self._told()

    async def count(self) -> int:
        return await self._told() - self._before

    async def _told(self) -> int:
        told = 0
        for url in self._databases.values():
            line = await connect_driver(url)
            try:
                told += await line.fetchval(_COUNT)
            finally:
                await line.close()
        return told
