"""Taking from a service's queue: what has arrived is one batch and one transaction, answered when its effects are committed."""

import asyncio
import logging
from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from aiormq.abc import AbstractChannel, AbstractConnection, DeliveredMessage
from aiormq.exceptions import ChannelAccessRefused, ChannelNotFoundEntity

from chamdiem_kit.bus.delivery import Subscriber, hand_over
from chamdiem_kit.bus.envelope import NotAnEvent, broker_tries, message_of, reason_of_death
from chamdiem_kit.bus.names import dead_queue_of, queue_of
from chamdiem_kit.bus.port import Message
from chamdiem_kit.bus.rabbitmq_publisher import LINE_FAULTS, Connect
from chamdiem_kit.errors import Unavailable

PREFETCH = 400
BATCH = 200
_LULL_S, _LONGEST_GATHERING_S = 0.003, 0.03
"""A batch is closed when so long nothing more has come: a transaction costs much more than an event in it."""
_SUSPECT = 3
"""From so many returns on a message is handled alone: it may be what kills the process, and the others must not die with it."""
_LONGEST_WAIT_S = 3.0
_log = logging.getLogger("chamdiem.bus")


class Consumer:
    """Runs until cancelled or told to finish; after any fault it begins again, and what it had not answered comes again."""

    def __init__(self, connect: Connect, to: Subscriber, *, prefix: str) -> None:
        self._connect, self._to, self._prefix = connect, to, prefix
        self._finishing = asyncio.Event()
        self._arrivals: tuple[_Arrivals, ...] = ()
        self._wait_s = 0.0
        self.is_taking = False

    def finish(self) -> None:
        """Ask it to end after the batch in hand."""
        self._finishing.set()
        for arrivals in self._arrivals:
            arrivals.end()

    async def run(self) -> None:
        """Take, deliver, answer."""
        while not self._finishing.is_set():
            try:
                connection = await self._connect()
                try:
                    await self._take(connection)
                finally:
                    with suppress(*LINE_FAULTS):
                        async with asyncio.timeout(2):
                            await connection.close()
            except (ChannelNotFoundEntity, ChannelAccessRefused):
                _log.error(
                    "%s: queue %s is missing on the broker or may not be read; run `chamdiem provision`",
                    self._to.service,
                    queue_of(self._to.service),
                )
            except LINE_FAULTS as fault:
                _log.warning("%s: line to the broker lost: %s", self._to.service, fault or type(fault).__name__)
            except Exception:
                _log.exception("%s: taking events begins again", self._to.service)
            await self._back_off()

    async def _take(self, connection: AbstractConnection) -> None:
        living, dead = self._arrivals = _Arrivals(), _Arrivals()
        if self._finishing.is_set():
            return
        await dead.open(connection, dead_queue_of(self._to.service), prefetch=BATCH)
        await living.open(connection, queue_of(self._to.service), prefetch=1)
        self.is_taking = True
        _log.info("%s: taking from %s", self._to.service, queue_of(self._to.service))
        both = {asyncio.create_task(self._take_living(living)), asyncio.create_task(self._take_dead(dead))}
        try:
            # One ends when we are to finish, when its line is lost, or when the broker took its queue away: then all begins again.
            ended, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            self.is_taking = False
            for task in both:
                task.cancel()
            await asyncio.wait(both)

    async def _take_living(self, arrivals: "_Arrivals") -> None:
        # A process that was killed with many messages in hand finds the same ones again: it begins with a single one in hand, and takes
        # more only when that one has no such past.
        is_wide = False
        while batch := await arrivals.batch(BATCH):
            if not is_wide and broker_tries(batch[0]) < _SUSPECT:
                await arrivals.widen(PREFETCH)
                is_wide = True
            await self._until_done(arrivals, batch)
            await arrivals.answer(batch)
            self._wait_s = 0.0

    async def _until_done(self, arrivals: "_Arrivals", batch: Sequence[DeliveredMessage]) -> None:
        """Hold the batch while the database is away: given back it would count as failed."""
        good, letters = self._opened(batch)
        while True:
            try:
                if good:
                    await hand_over(self._to, good)
                for letter, reason in letters:
                    await self._to.bury(letter, reason)
                return
            except Unavailable as fault:
                _log.warning("%s: a batch of %d waits: %s", self._to.service, len(batch), fault)
            except Exception:
                _log.exception("%s: a batch of %d can be neither handled nor buried and waits", self._to.service, len(batch))
            await self._back_off()
            if self._finishing.is_set():
                raise ConnectionError("finishing")
            arrivals.still_open()

    def _opened(self, batch: Sequence[DeliveredMessage]) -> tuple[list[Message], list[tuple[Message, str]]]:
        good: list[Message] = []
        letters: list[tuple[Message, str]] = []
        for delivered in batch:
            try:
                message = message_of(delivered, self._prefix)
            except NotAnEvent as fault:
                letters.append((fault.letter, fault.reason))
                continue
            if message.type in self._to.types:
                good.append(message)
            else:
                letters.append((message, f"Dịch vụ {self._to.service} không nhận sự kiện {message.type}."))
        for letter, reason in letters:
            _log.error("dead letter for %s: %s %s: %s", self._to.service, letter.type, letter.id, reason)
        return good, letters

    async def _take_dead(self, arrivals: "_Arrivals") -> None:
        """Bring what the broker gave up handing over into the database, where `chamdiem events dead` shows it."""
        while batch := await arrivals.batch(BATCH):
            for delivered in batch:
                await self._bury(arrivals, delivered)
            await arrivals.answer(batch)

    async def _bury(self, arrivals: "_Arrivals", delivered: DeliveredMessage) -> None:
        try:
            letter = message_of(delivered, self._prefix)
        except NotAnEvent as fault:
            letter = fault.letter
        while True:
            try:
                await self._to.bury(letter, reason_of_death(delivered))
                return
            except Exception as fault:
                _log.warning("%s: dead letter %s waits for the database: %s", self._to.service, letter.id, fault)
            await self._back_off()
            if self._finishing.is_set():
                raise ConnectionError("finishing")
            arrivals.still_open()

    async def _back_off(self) -> None:
        self._wait_s = min(_LONGEST_WAIT_S, 2 * self._wait_s or 0.1)
        with suppress(TimeoutError):
            async with asyncio.timeout(self._wait_s):
                await self._finishing.wait()


class _Arrivals:
    """What one consumer of a queue was handed and has not answered."""

    def __init__(self) -> None:
        self._waiting: deque[DeliveredMessage] = deque()
        self._wake = asyncio.Event()
        self._ended = False
        self._channel: AbstractChannel
        self._queue = self._tag = ""
        self._prefetch = 0

    async def open(self, connection: AbstractConnection, queue: str, *, prefetch: int) -> None:
        """Begin to take. Raises `ChannelNotFoundEntity` where the queue is missing, `ChannelAccessRefused` where it may not be read."""
        self._channel, self._queue = await connection.channel(publisher_confirms=False), queue
        self._channel.closing.add_done_callback(lambda _: self._wake.set())
        self._channel.on_consumer_cancel_callbacks.add(lambda _: self.end())
        await self._consume(prefetch)

    async def widen(self, prefetch: int) -> None:
        """Take up to `prefetch` messages at a time; what is in hand stays there."""
        old = self._tag
        await self._consume(prefetch)
        await self._channel.basic_cancel(old)

    async def _consume(self, prefetch: int) -> None:
        self._prefetch = prefetch
        await self._channel.basic_qos(prefetch_count=prefetch)
        self._tag = (await self._channel.basic_consume(self._queue, self._arrived)).consumer_tag or ""

    async def _arrived(self, delivered: DeliveredMessage) -> None:
        self._waiting.append(delivered)
        self._wake.set()

    def end(self) -> None:
        """No more of it."""
        self._ended = True
        self._wake.set()

    async def batch(self, most: int) -> list[DeliveredMessage]:
        """What has arrived, at least one and at most `most`; empty when it is over. Raises what closed the channel."""
        while not (self._waiting or self._ended or self._channel.is_closed):
            self._wake.clear()
            await self._wake.wait()
        await self._gather(most)
        if self._ended:
            return []
        self.still_open()
        return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]

    async def _gather(self, most: int) -> None:
        loop = asyncio.get_running_loop()
        until, seen = loop.time() + _LONGEST_GATHERING_S, 0
        while seen < len(self._waiting) < min(most, self._prefetch) and loop.time() < until and not self._ended:
            seen = len(self._waiting)
            await asyncio.sleep(_LULL_S)

    def still_open(self) -> None:
        """Raise what closed the channel: what is in hand comes again, to us or to another replica."""
        if self._channel.is_closed:
            self._channel.closing.result()
            raise ConnectionError("channel closed")

    async def answer(self, batch: Sequence[DeliveredMessage]) -> None:
        """Tell the broker that all up to the last of the batch are done."""
        await self._channel.basic_ack(batch[-1].delivery_tag or 0, multiple=True)
