"""Buses to test on: the one inside the process, and a virtual host of its own on a real RabbitMQ."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import aiormq
import httpx
from aiormq.abc import AbstractChannel, AbstractConnection

from chamdiem.provision.rabbitmq import provision
from chamdiem.provision.rabbitmq_definitions import Limits, definitions
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Bus, Message
from chamdiem_kit.bus.rabbitmq import RabbitBus
from chamdiem_kit.errors import Unavailable

UNIT, ACCOUNT, SHEET = "identity.unit.changed.v1", "identity.account.changed.v1", "assessment.self_assessment.sent.v1"
TAKERS: Mapping[str, Sequence[str]] = {UNIT: ("assessment", "appraisal"), ACCOUNT: ("appraisal",), SHEET: ("appraisal", "ranking")}
SERVICES = ("identity", "assessment", "appraisal", "ranking")


def a_message(number: int, type_: str = UNIT, **fields: Any) -> Message:
    """An event of the service that its type names; `number` is its subject and version."""
    id_ = uuid4()
    usual: dict[str, Any] = {
        "id": id_,
        "event_id": id_,
        "part": 1,
        "parts": 1,
        "source": type_.partition(".")[0],
        "type": type_,
        "subject": f"đơn vị {number}",
        "subject_version": number,
        "trace_id": uuid4().hex,
        "occurred_at": datetime.now(UTC),
        "data": f'{{"version": {number}, "name": "Sở Nội vụ"}}',
    }
    return Message(**{**usual, **fields})


@dataclass
class Reader:
    """A subscriber that remembers; `faults` are raised by the next deliveries, `poison` fails whenever it is in the batch.

    `takes_s`: how long a batch takes, as a database's transaction does.
    """

    got: list[Message] = field(default_factory=list)
    batches: list[int] = field(default_factory=list)
    buried: list[tuple[Message, str]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    poison: frozenset[int] = frozenset()
    tries: list[int] = field(default_factory=list)
    takes_s: float = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    async def deliver(self, batch: Sequence[Message]) -> None:
        await self.gate.wait()
        if self.takes_s:
            await asyncio.sleep(self.takes_s)
        if self.faults:
            raise self.faults.pop(0)
        for message in batch:
            if message.subject_version in self.poison:
                self.tries.append(message.subject_version)
                raise ValueError(f"không hiểu {message.subject_version}")
        self.got += batch
        self.batches.append(len(batch))

    async def bury(self, message: Message, reason: str) -> None:
        self.buried.append((message, reason))

    def numbers(self) -> list[int]:
        """What arrived, by number."""
        return [message.subject_version for message in self.got]

    async def has(self, count: int) -> bool:
        """Whether so much has arrived, for `eventually`."""
        return len(self.got) >= count


class BusWorld(ABC):
    """Services on one bus. What each takes is `TAKERS`; a deployment knows it before anybody publishes."""

    @abstractmethod
    def of(self, service: str) -> Bus:
        """The bus as a process of that service has it; another call is another process."""

    async def read(self, service: str, reader: Reader) -> Bus:
        """Subscribe the reader to all that the service takes."""
        bus = self.of(service)
        await bus.subscribe(service, frozenset(type_ for type_, takers in TAKERS.items() if service in takers), reader.deliver, reader.bury)
        return bus

    async def tell(self, bus: Bus, messages: Iterable[Message], *, batch: int = 200) -> None:
        """Publish as the relay does: batch by batch, each again until the bus has taken it."""
        waiting = list(messages)
        for start in range(0, len(waiting), batch):
            while True:
                try:
                    await bus.publish(waiting[start : start + batch])
                    break
                except (Unavailable, ExceptionGroup):
                    await asyncio.sleep(0.05)

    @abstractmethod
    async def close(self) -> None: ...


class InProcessWorld(BusWorld):
    """All services in one process, with readers that nobody listens to where a test has none."""

    def __init__(self) -> None:
        self._bus = InProcessBus()

    def of(self, service: str) -> Bus:
        return self._bus

    async def close(self) -> None:
        await self._bus.close()


class RabbitWorld(BusWorld):
    """A virtual host of its own, made as a deployment makes it."""

    def __init__(self, broker: RabbitMQ, *, limits: Limits = Limits(), takers: Mapping[str, Sequence[str]] = TAKERS) -> None:
        self.broker, self.vhost = broker, f"t-{uuid4().hex}"
        self._limits, self._takers = limits, takers
        self._buses: list[RabbitBus] = []

    async def deploy(self, takers: Mapping[str, Sequence[str]] | None = None) -> None:
        """Declare what the services need; again with other takers as an upgrade does."""
        wanted = definitions(self._takers if takers is None else takers, SERVICES, vhost=self.vhost, limits=self._limits)
        passwords = {service: self.broker.place.secret(service) for service in SERVICES}
        await asyncio.to_thread(provision, self.broker.admin, passwords, wanted)

    async def deploy_without_queues(self) -> None:
        """As a deployment that forgot half of it: users and the virtual host only."""
        wanted = {**definitions({}, SERVICES, vhost=self.vhost), "queues": [], "bindings": [], "exchanges": []}
        passwords = {service: self.broker.place.secret(service) for service in SERVICES}
        await asyncio.to_thread(provision, self.broker.admin, passwords, wanted)

    def of(self, service: str) -> RabbitBus:
        bus = RabbitBus(self.broker.url(service, self.vhost))
        self._buses.append(bus)
        return bus

    @asynccontextmanager
    async def channel(self, service: str) -> AsyncIterator[AbstractChannel]:
        """A line of the service's user, for what the adapter never does."""
        connection: AbstractConnection = await aiormq.connect(self.broker.url(service, self.vhost))
        try:
            yield await connection.channel(publisher_confirms=True, on_return_raises=True)
        finally:
            await connection.close()

    async def counted(self, queue: str) -> int:
        """How many messages the queue holds, unanswered ones too, as the broker tells it now."""
        async with self.channel("identity") as channel:
            return (await channel.queue_declare(queue, passive=True)).message_count or 0

    async def admin(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> httpx.Response:
        """A call of the broker's administrator; `path` begins after `/api`, `VHOST` in it is ours."""
        admin = self.broker.admin
        async with httpx.AsyncClient(auth=(admin.user, admin.password), trust_env=False) as client:
            return await client.request(method, f"{admin.management_url}/api{path.replace('VHOST', self.vhost)}", json=body)

    async def close(self) -> None:
        for bus in self._buses:
            await bus.close()
        await self.admin("DELETE", "/vhosts/VHOST")
