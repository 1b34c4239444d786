"""The bus of production: RabbitMQ, by aiormq, the layer on which aio-pika stands.

aio-pika's own objects would cost a task and three objects more for each message. What exists on the broker (exchange, queues, rights) is
declared at deploy by `chamdiem.provision.rabbitmq`; here it is only used, and its absence is said.
"""

import asyncio
import logging
from collections.abc import Sequence

import aiormq
from aiormq.abc import AbstractConnection
from yarl import URL

from chamdiem_kit.bus.delivery import Subscriber
from chamdiem_kit.bus.names import EXCHANGE, dead_queue_of, queue_of
from chamdiem_kit.bus.port import Bury, Deliver, Message
from chamdiem_kit.bus.rabbitmq_consumer import Consumer
from chamdiem_kit.bus.rabbitmq_publisher import LINE_FAULTS, Publisher

# What it calls an error it raises too, and whoever is told says it once, without a stack.
logging.getLogger("aiormq").setLevel(logging.CRITICAL)
_CONNECT_S = 10.0
_HEARTBEAT_S = 20
_LEAVE_S = 15.0


class RabbitBus:
    """`url`: `amqp://USER:PASSWORD@HOST:PORT/VHOST`, or `amqps:` for TLS (`?cafile=` names the authority's certificate).

    Two lines to the broker: on a full disk it silences who publishes, and what is acknowledged must still get through.
    """

    def __init__(self, url: str) -> None:
        given = URL(url)
        self._url = given if "heartbeat" in given.query else given.update_query(heartbeat=_HEARTBEAT_S)
        self._user = given.user or ""
        self._publisher = Publisher(lambda: self._connect("publish"), self._user)
        self._consumers: dict[str, tuple[Consumer, asyncio.Task[None]]] = {}

    async def publish(self, messages: Sequence[Message]) -> None:
        """Raises `Unavailable` while the broker does not take them, `BusMisconfigured` where the deployment forgot something."""
        await self._publisher.publish(messages)

    async def subscribe(self, service: str, types: frozenset[str], deliver: Deliver, bury: Bury) -> None:
        """Returns at once; while the broker is away, or the queue not there, it is tried again and said in the log."""
        await self.leave(service)
        consumer = Consumer(
            lambda: self._connect(f"consume {service}"),
            Subscriber(service, types, deliver, bury),
            prefix=self._user.removesuffix(service),
        )
        self._consumers[service] = (consumer, asyncio.create_task(consumer.run()))

    async def leave(self, service: str) -> None:
        """The last to leave lets the publisher's line go too; publishing opens it again."""
        if service in self._consumers:
            await _end(*self._consumers.pop(service))
        if not self._consumers:
            await self._publisher.close()

    def is_reached(self, service: str) -> bool:
        return service in self._consumers and self._consumers[service][0].is_taking

    async def close(self) -> None:
        for service in tuple(self._consumers):
            await self.leave(service)
        await self._publisher.close()

    async def faults(self, service: str) -> list[str]:
        """What is wrong between this service and the broker, one Vietnamese sentence each; empty when all is well. For `doctor`."""
        try:
            connection = await self._connect("doctor")
        except LINE_FAULTS as fault:
            return [f"Không nối được máy chủ sự kiện ({type(fault).__name__}); hãy xem địa chỉ và mật khẩu trong bus_url của {service}."]
        try:
            checks = [(f"hàng đợi {name}", name) for name in (queue_of(service), dead_queue_of(service))]
            found = [await _queue_fault(connection, title, name) for title, name in checks]
            return [fault for fault in [await _exchange_fault(connection), *found] if fault]
        finally:
            await connection.close()

    async def waiting(self, service: str) -> int | None:
        """How many messages for the service lie in the broker, in hand or not; None where it does not say."""
        try:
            connection = await self._connect("look")
        except LINE_FAULTS:
            return None
        try:
            channel = await connection.channel()
            return (await channel.queue_declare(queue_of(service), passive=True)).message_count
        except LINE_FAULTS:
            return None
        finally:
            await connection.close()

    async def _connect(self, purpose: str) -> AbstractConnection:
        async with asyncio.timeout(_CONNECT_S):
            return await aiormq.connect(self._url, client_properties={"connection_name": f"{self._user} {purpose}"})


async def _end(consumer: Consumer, task: "asyncio.Task[None]") -> None:
    consumer.finish()
    await asyncio.wait([task], timeout=_LEAVE_S)
    while not task.done():
        task.cancel()
        await asyncio.wait([task], timeout=1)


async def _exchange_fault(connection: AbstractConnection) -> str | None:
    try:
        channel = await connection.channel()
        await channel.exchange_declare(EXCHANGE, exchange_type="topic", passive=True)
        await channel.close()
    except aiormq.exceptions.AMQPError:
        return f"Máy chủ sự kiện chưa có {EXCHANGE}; hãy chạy chamdiem provision."
    return None


async def _queue_fault(connection: AbstractConnection, title: str, name: str) -> str | None:
    try:
        channel = await connection.channel()
        await channel.queue_declare(name, passive=True)
        await channel.close()
    except aiormq.exceptions.AMQPError:
        return f"Máy chủ sự kiện chưa có {title}; hãy chạy chamdiem provision."
    return None
