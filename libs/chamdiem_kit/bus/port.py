"""What a service needs of a bus, whichever it is."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True)
class Message:
    """An event on its way, or part `part` of `parts`; `data` is JSON text or a piece of it. `source` is the publishing service."""

    id: UUID
    event_id: UUID
    part: int
    parts: int
    source: str
    type: str
    subject: str
    subject_version: int
    trace_id: str
    occurred_at: datetime
    data: str


Deliver = Callable[[Sequence[Message]], Awaitable[None]]
"""Takes a batch and returns when its effects are committed; raises when none of them is, `Unavailable` where it is no message's fault."""
Bury = Callable[[Message, str], Awaitable[None]]
"""Takes a message that failed for good and the reason, and keeps it with the dead; raises `Unavailable` where it cannot now."""


class Bus(Protocol):
    """Publishing confirms; subscribing delivers at least once, in the publisher's order as far as nothing fails.

    Of several subscribers of one service (replicas) one at a time is handed messages, so that their order holds.
    """

    async def publish(self, messages: Sequence[Message]) -> None:
        """Return when the bus has taken all of them for every subscriber; raise otherwise, then all may come again."""

    async def subscribe(self, service: str, types: frozenset[str], deliver: Deliver, bury: Bury) -> None:
        """Deliver every message of these types to the service from now on."""

    async def leave(self, service: str) -> None:
        """Stop delivering to the service, once the batch in hand is done; what comes later waits for its return. Harmless when repeated."""

    def is_reached(self, service: str) -> bool:
        """Whether messages would be handed to the service now."""

    async def close(self) -> None:
        """Stop delivering to everybody; what was not confirmed comes again with the next start."""
