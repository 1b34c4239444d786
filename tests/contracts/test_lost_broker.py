"""The broker killed with -9, stopped for a while, or with a full disk: nothing that was confirmed is lost, and all goes on by itself.

On a broker of its own, since others use the one of the session.
"""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.support.buses import RabbitWorld, Reader, a_message
from tests.support.eventually import eventually
from tests.support.own_broker import OwnBroker
from tests.support.real_servers import RealServers


@pytest.fixture(scope="module")
async def own(real_servers: RealServers, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[OwnBroker]:
    await real_servers.have("rabbitmq")  # skips where this machine cannot have one
    broker = OwnBroker(tmp_path_factory.mktemp("broker"))
    await broker.up()
    yield broker
    await broker.down()


@pytest.fixture
async def world(own: OwnBroker) -> AsyncIterator[RabbitWorld]:
    opened = RabbitWorld(own.server)
    await opened.deploy()
    await own.server.write_down()
    yield opened
    await opened.close()


async def test_a_broker_killed_under_load_loses_nothing_and_everybody_comes_back(own: OwnBroker, world: RabbitWorld) -> None:
    reader = Reader(takes_s=0.005)
    await world.read("assessment", reader)
    bus, enough = world.of("identity"), asyncio.Event()

    async def tell_until_enough() -> int:
        """However slow the machine is, the broker is killed between two of these batches."""
        told = 0
        while not enough.is_set():
            await world.tell(bus, [a_message(n) for n in range(told, told + 100)], batch=100)
            told += 100
        return told

    telling = asyncio.create_task(tell_until_enough())
    await eventually(lambda: reader.has(500), within_s=30)
    await own.kill()
    assert not telling.done()
    await own.up()
    enough.set()
    told = await telling
    await eventually(lambda: _has_all(reader, told), within_s=60)
    firsts = list(dict.fromkeys(reader.numbers()))
    assert firsts == sorted(firsts)
    assert reader.buried == []


async def test_what_was_confirmed_outlives_a_kill_at_the_next_moment(own: OwnBroker, world: RabbitWorld) -> None:
    await world.of("identity").publish([a_message(n) for n in range(200)])
    await own.kill()
    await own.up()
    reader = Reader()
    await world.read("assessment", reader)
    await eventually(lambda: _has_all(reader, 200), within_s=30)


async def test_a_queue_made_a_moment_before_a_kill_still_answers(own: OwnBroker) -> None:
    fresh = RabbitWorld(own.server)
    await fresh.deploy()
    await own.server.write_down()
    await own.kill()
    await own.up()
    reader = Reader()
    await fresh.read("assessment", reader)
    await fresh.tell(fresh.of("identity"), [a_message(1)])
    await eventually(lambda: reader.has(1), within_s=30)
    await fresh.close()


async def test_on_a_full_disk_publishers_wait_and_what_is_there_is_still_read(own: OwnBroker, world: RabbitWorld) -> None:
    bus = world.of("identity")
    await bus.publish([a_message(n) for n in range(300)])
    await own.server.pretend_full_disk(True)
    try:
        telling = asyncio.create_task(bus.publish([a_message(n) for n in range(300, 320)]))
        reader = Reader()
        await world.read("assessment", reader)
        await eventually(lambda: _has_all(reader, 300), within_s=30)
        assert not telling.done()
    finally:
        await own.server.pretend_full_disk(False)
    await telling
    await eventually(lambda: _has_all(reader, 320), within_s=30)
    assert await world.counted("chamdiem.assessment") == 0


async def _has_all(reader: Reader, count: int) -> bool:
    return set(range(count)) <= set(reader.numbers())
