"""How a batch gets to a subscriber, whichever bus brought it: as a whole, else one by one, so that only the poison goes to the dead."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from chamdiem_kit.bus.port import Bury, Deliver, Message
from chamdiem_kit.errors import Unavailable

DELIVERY_LIMIT = 4
"""How often a message that fails by its own fault is tried."""
_log = logging.getLogger("chamdiem.bus")


@dataclass(frozen=True)
class Subscriber:
    """A service that is told events of these types."""

    service: str
    types: frozenset[str]
    deliver: Deliver
    bury: Bury


async def hand_over(to: Subscriber, batch: Sequence[Message]) -> None:
    """Return when every message of the batch has had its effect or rests with the dead.

    Raises `Unavailable` when that cannot be now through no fault of theirs; then all of them have to come again.
    """
    try:
        await to.deliver(batch)
    except Unavailable:
        raise
    except Exception as fault:
        _log.info("batch for %s failed, delivering one by one: %s", to.service, fault)
        for message in batch:
            await _one(to, message)


async def _one(to: Subscriber, message: Message) -> None:
    for attempt in range(1, DELIVERY_LIMIT + 1):
        try:
            await to.deliver([message])
            return
        except Unavailable:
            raise  # no message is buried because a database restarts
        except Exception as fault:
            if attempt == DELIVERY_LIMIT:
                _log.error("dead letter for %s: %s %s", to.service, message.type, message.event_id, exc_info=fault)
                await to.bury(message, reason_of(fault))
            else:
                await asyncio.sleep(0.05 * 2**attempt)


def reason_of(fault: BaseException) -> str:
    """A fault as it is kept with a dead letter; at most 2000 characters."""
    return f"{type(fault).__name__}: {fault}"[:2000]
