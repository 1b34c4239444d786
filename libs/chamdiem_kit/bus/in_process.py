"""The embedded bus: the relay hands a batch to every subscriber, and the outbox is marked when all have committed.

There is no store of its own: what was not confirmed stands in the outbox and comes again after a crash.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from chamdiem_kit.bus.delivery import Subscriber, hand_over
from chamdiem_kit.bus.port import Bury, Deliver, Message
from chamdiem_kit.errors import Unavailable


@dataclass
class _Seat:
    """One batch at a time, so that a subscriber's transactions do not wait for each other's rows."""

    subscriber: Subscriber
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    is_away: bool = False


class InProcessBus:
    """A service that subscribes again takes its own place."""

    def __init__(self) -> None:
        self._seats: dict[str, _Seat] = {}

    async def subscribe(self, service: str, types: frozenset[str], deliver: Deliver, bury: Bury) -> None:
        self._seats[service] = _Seat(Subscriber(service, types, deliver, bury))

    async def publish(self, messages: Sequence[Message]) -> None:
        async with asyncio.TaskGroup() as group:
            for seat in tuple(self._seats.values()):
                mine = [m for m in messages if m.type in seat.subscriber.types]
                if mine:
                    group.create_task(self._hand_over(seat, mine))

    async def _hand_over(self, seat: _Seat, batch: Sequence[Message]) -> None:
        async with seat.lock:
            if seat.is_away:
                raise Unavailable(f"Dịch vụ {seat.subscriber.service} đang dừng; sự kiện sẽ được chuyển khi dịch vụ trở lại.")
            await hand_over(seat.subscriber, batch)

    async def leave(self, service: str) -> None:
        seat = self._seats.get(service)
        if seat is not None:
            async with seat.lock:
                seat.is_away = True

    def is_reached(self, service: str) -> bool:
        return service in self._seats and not self._seats[service].is_away

    async def close(self) -> None:
        self._seats.clear()
