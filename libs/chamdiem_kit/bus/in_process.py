"""The embedded bus: the relay hands a batch to every subscriber, and the outbox is marked when all have committed.

There is no store of its own: what was not confirmed stands in the outbox and comes again after a crash.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from chamdiem_kit.bus.port import Bury, Deliver, Message
from chamdiem_kit.errors import Unavailable

DELIVERY_LIMIT = 4
_log = logging.getLogger("chamdiem.bus")


@dataclass(frozen=True)
class _Subscriber:
    service: str
    types: frozenset[str]
    deliver: Deliver
    bury: Bury
    lock: asyncio.Lock


class InProcessBus:
    """One subscriber takes one batch at a time, so that its transactions do not wait for each other's rows."""

    def __init__(self) -> None:
        self._subscribers: dict[str, _Subscriber] = {}

    async def subscribe(self, service: str, types: frozenset[str], deliver: Deliver, bury: Bury) -> None:
        self._subscribers[service] = _Subscriber(service, types, deliver, bury, asyncio.Lock())

    async def publish(self, messages: Sequence[Message]) -> None:
        async with asyncio.TaskGroup() as group:
            for subscriber in tuple(self._subscribers.values()):
                mine = [m for m in messages if m.type in subscriber.types]
                if mine:
                    group.create_task(self._hand_over(subscriber, mine))

    async def _hand_over(self, to: _Subscriber, batch: Sequence[Message]) -> None:
        async with to.lock:
            try:
                await to.deliver(batch)
            except Unavailable:
                raise
            except Exception as fault:
                _log.info("batch for %s failed, delivering one by one: %s", to.service, fault)
                for message in batch:
                    await self._one(to, message)

    async def _one(self, to: _Subscriber, message: Message) -> None:
        for attempt in range(1, DELIVERY_LIMIT + 1):
            try:
                await to.deliver([message])
                return
            except Unavailable:
                raise  # no message is buried because a database restarts; the relay brings all of it again
            except Exception as fault:
                if attempt == DELIVERY_LIMIT:
                    _log.error("dead letter for %s: %s %s", to.service, message.type, message.event_id, exc_info=fault)
                    await to.bury(message, f"{type(fault).__name__}: {fault}"[:2000])
                else:
                    await asyncio.sleep(0.05 * 2**attempt)

    async def close(self) -> None:
        self._subscribers.clear()
