"""How many events the services told in a cycle: one more listener on the bus, which only counts."""

from collections.abc import Sequence
from uuid import UUID

from chamdiem_contracts.base import event_types
from chamdiem_kit.bus.port import Bus, Message

_NAME = "cycle"


class ToldEvents:
    """Counts each event once, however often it is delivered."""

    def __init__(self) -> None:
        self._seen: set[UUID] = set()

    async def listen(self, bus: Bus) -> None:
        """Count from now on."""
        await bus.subscribe(_NAME, frozenset(event_types()), self._count, self._bury)

    @property
    def count(self) -> int:
        """Events told so far."""
        return len(self._seen)

    async def _count(self, batch: Sequence[Message]) -> None:
        self._seen.update(message.event_id for message in batch)

    async def _bury(self, message: Message, reason: str) -> None:
        """Nothing is kept: counting does not fail."""
