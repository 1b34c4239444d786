"""Events through outbox, broker and inbox beside bare aio-pika publishing and consuming with the same confirms, in one run.

`BENCH_EVENTS` makes it smaller for a first look. Both publish 200 at a time with confirms, take up to 400 unanswered and answer many at
once; ours writes each event to an outbox and an inbox as well, some hundred a transaction, and reads it as the consumer's handler gets it.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from statistics import median

import aio_pika
import pytest
from aio_pika.abc import AbstractIncomingMessage
from bench.support.figures import hold, show
from pydantic import SecretStr
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection
from tests.support.buses import RabbitWorld
from tests.support.databases import Databases
from tests.support.eventually import eventually
from tests.support.plain_service.app import PACKAGE, SPEC
from tests.support.real_servers import RealServers

from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Service
from chamdiem_kit.bus.names import EXCHANGE, queue_of
from chamdiem_kit.inbox import Received
from chamdiem_kit.settings import ServiceSettings

EVENTS = int(os.environ.get("BENCH_EVENTS", "10000"))
BATCH = 200
ROUNDS = 5
TAKERS = {UnitChangedV1.type: ("assessment",)}


def an_event(number: int) -> UnitChangedV1:
    return UnitChangedV1(
        version=number + 1, code=f"don-vi-{number}", name="Sở Nội vụ tỉnh " * 20, unit_type="department", ranking_group="department"
    )


@pytest.fixture
async def world(real_servers: RealServers) -> AsyncIterator[RabbitWorld]:
    broker = await real_servers.have("rabbitmq")
    assert isinstance(broker, RabbitMQ)
    opened = RabbitWorld(broker, takers=TAKERS)
    await opened.deploy()
    yield opened
    await opened.close()


async def test_events_through_outbox_broker_and_inbox_at_half_the_speed_of_bare_aio_pika(world: RabbitWorld, databases: Databases) -> None:
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(await bare_rate(world))
        ours.append(await our_rate(world, databases))
        show(f"bare {bare[-1]:.0f}/s, ours {ours[-1]:.0f}/s")
    hold("outbox, broker and inbox against bare aio-pika", median(ours) / median(bare), 0.5, at_least=True)


async def bare_rate(world: RabbitWorld) -> float:
    """Events a second from the first published to the last answered."""
    bodies = [an_event(number).model_dump_json().encode() for number in range(EVENTS)]
    publishing = await aio_pika.connect(world.broker.url("identity", world.vhost))
    taking = await aio_pika.connect(world.broker.url("assessment", world.vhost))
    async with publishing, taking:
        exchange = await (await publishing.channel(publisher_confirms=True, on_return_raises=True)).get_exchange(EXCHANGE, ensure=False)
        channel = await taking.channel()
        await channel.set_qos(prefetch_count=2 * BATCH)
        queue = await channel.get_queue(queue_of("assessment"), ensure=False)
        # What a stopped reader had not answered yet comes again, and is none of this round's.
        await queue.purge()
        done, count = asyncio.Event(), 0

        async def take(message: AbstractIncomingMessage) -> None:
            nonlocal count
            count += 1
            if count % BATCH == 0 or count == EVENTS:
                await message.ack(multiple=True)
            if count == EVENTS:
                done.set()

        await queue.consume(take)
        begun = time.perf_counter()
        for start in range(0, EVENTS, BATCH):
            messages = (
                aio_pika.Message(body, delivery_mode=aio_pika.DeliveryMode.PERSISTENT, content_type="application/json")
                for body in bodies[start : start + BATCH]
            )
            await asyncio.gather(*(exchange.publish(message, UnitChangedV1.type, mandatory=True) for message in messages))
        await done.wait()
        return EVENTS / (time.perf_counter() - begun)


async def our_rate(world: RabbitWorld, databases: Databases) -> float:
    """Events a second from the first written to the outbox to the last whose effect is committed."""
    done, count = asyncio.Event(), 0

    async def handle(_: AsyncConnection, event: Received[UnitChangedV1]) -> None:
        nonlocal count
        count += 1
        if count == EVENTS:
            done.set()

    events = [an_event(number) for number in range(EVENTS)]
    publisher, reader = [await service_of(name, world, databases, handle) for name in ("identity", "assessment")]
    async with publisher.running(), reader.running():
        begun = time.perf_counter()
        for start in range(0, EVENTS, BATCH):
            async with publisher.transaction() as tx:
                await outbox.add_all(tx, events[start : start + BATCH])
        await done.wait()
        await eventually(partial(all_are_in_the_inbox, reader))
        rate = EVENTS / (time.perf_counter() - begun)
    return rate


async def all_are_in_the_inbox(reader: Service) -> bool:
    async with reader.snapshot() as tx:
        return await tx.scalar(text("SELECT count(*) FROM inbox")) == EVENTS


async def service_of(name: str, world: RabbitWorld, databases: Databases, handle: object) -> Service:
    settings = ServiceSettings(
        service=name,
        database_url=SecretStr(await databases.fresh(PACKAGE)),
        oidc_issuer="https://sso.example.vn",
    )
    consumers = {UnitChangedV1: handle} if name == "assessment" else {}
    return Service(replace(SPEC, name=name, consumers=consumers), settings, world.of(name))  # type: ignore[arg-type]
