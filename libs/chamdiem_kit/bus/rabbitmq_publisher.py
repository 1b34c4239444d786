"""Publishing to RabbitMQ: a batch at once on one channel with confirms, in order, and every message must reach a queue."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress

from aiormq.abc import AbstractConnection, ChannelFrame, FrameType
from aiormq.channel import Channel
from aiormq.exceptions import (
    AMQPError,
    ChannelAccessRefused,
    ChannelInvalidStateError,
    ChannelNotFoundEntity,
    ChannelPreconditionFailed,
    DeliveryError,
    PublishError,
)
from pamqp.body import ContentBody
from pamqp.commands import Basic
from pamqp.header import ContentHeader

from chamdiem_kit.bus.envelope import properties_of
from chamdiem_kit.bus.names import EXCHANGE
from chamdiem_kit.bus.port import Message
from chamdiem_kit.errors import Unavailable

_CONFIRM_S = 30.0
"""How long a batch may wait for its confirms: a broker whose disk is full lets publishers wait for ever."""

Connect = Callable[[], Awaitable[AbstractConnection]]
LINE_FAULTS = (AMQPError, ChannelInvalidStateError, OSError, TimeoutError)
"""What a broker that goes away raises in whoever is talking to it."""


class BusMisconfigured(Exception):
    """The broker refuses for want of something that the deployment makes; the text is a Vietnamese sentence."""


class Publisher:
    """One line, opened when first needed and again after any fault; one batch at a time."""

    def __init__(self, connect: Connect, user: str) -> None:
        self._connect, self._user = connect, user
        self._lock = asyncio.Lock()
        self._connection: AbstractConnection | None = None
        self._channel: Channel | None = None

    async def publish(self, messages: Sequence[Message]) -> None:
        """Return when the broker has all of them on its disk. Raises `Unavailable`, `BusMisconfigured`."""
        async with self._lock:
            try:
                async with asyncio.timeout(_CONFIRM_S):
                    outcomes = await self._send(messages)
            except LINE_FAULTS as fault:
                await self._drop()
                raise _meaning(fault, None) from fault
            for message, outcome in zip(messages, outcomes, strict=True):
                if isinstance(outcome, BaseException):
                    if not isinstance(outcome, DeliveryError):
                        await self._drop()
                    raise _meaning(outcome, message) from outcome

    async def _send(self, messages: Sequence[Message]) -> list[object]:
        """How it ended for each, in their order: the broker's word or a fault."""
        channel = await self._ready_channel()
        confirmations = []
        async with channel.lock:
            # As `Channel.basic_publish` does for one message; in one piece, because a call of the system for each costs more than all else.
            frames: list[FrameType | ContentBody] = []
            for message in messages:
                body, properties = message.data.encode(), properties_of(message, self._user)
                channel.delivery_tag += 1
                confirmation = channel.confirmations[channel.delivery_tag] = channel.create_future()
                # By the message's id the channel finds whose confirmation a returned message was.
                channel.message_id_delivery_tag[properties.message_id or ""] = channel.delivery_tag
                confirmations.append(confirmation)
                frames.append(Basic.Publish(exchange=EXCHANGE, routing_key=message.type, mandatory=True))
                frames.append(ContentHeader(properties=properties, body_size=len(body)))
                step = channel.max_content_size
                frames += [ContentBody(body[start : start + step]) for start in range(0, len(body), step)]
            await channel.write_queue.put(ChannelFrame.marshall(channel.number, frames))
        try:
            outcomes: list[object] = await asyncio.gather(*confirmations, return_exceptions=True)
            return outcomes
        finally:
            channel.message_id_delivery_tag.clear()

    async def _ready_channel(self) -> Channel:
        if self._channel is None or self._channel.is_closed or self._connection is None or self._connection.is_closed:
            await self._drop()
            self._connection = await self._connect()
            channel = await self._connection.channel(publisher_confirms=True, on_return_raises=True)
            assert isinstance(channel, Channel)  # the abstract one lacks `wait`
            self._channel = channel
        return self._channel

    async def close(self) -> None:
        """Let the line go. Harmless when it is not there."""
        async with self._lock:
            await self._drop()

    async def _drop(self) -> None:
        connection, self._connection, self._channel = self._connection, None, None
        if connection is not None:
            with suppress(*LINE_FAULTS):
                async with asyncio.timeout(2):
                    await connection.close()


def _meaning(fault: BaseException, message: Message | None) -> BaseException:
    told = f"sự kiện {message.type}" if message is not None else "sự kiện"
    match fault:
        case PublishError():
            return BusMisconfigured(f"Không có hàng đợi nào nhận {told}; hãy chạy chamdiem provision.")
        case ChannelAccessRefused() | ChannelNotFoundEntity() | ChannelPreconditionFailed():
            # It closes the channel, so any of the batch may have been the cause; the broker's own words name it.
            return BusMisconfigured(f"Máy chủ sự kiện từ chối ({fault}); hãy chạy chamdiem provision.")
        case DeliveryError():
            return Unavailable(f"Một hàng đợi nhận {told} đã đầy; sự kiện sẽ được chuyển lại.")
        case AMQPError() | ChannelInvalidStateError() | OSError() | TimeoutError() | asyncio.CancelledError():
            return Unavailable(f"Máy chủ sự kiện chưa trả lời ({type(fault).__name__}); sự kiện sẽ được chuyển lại.")
        case _:
            return fault
