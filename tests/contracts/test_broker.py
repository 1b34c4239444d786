"""What only a broker can do to us: forgotten queues, full ones, replicas, strangers' messages, an event that kills its reader."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest
from pamqp.commands import Basic
from tests.support.buses import ACCOUNT, TAKERS, UNIT, RabbitWorld, Reader, a_message
from tests.support.eventually import eventually
from tests.support.real_servers import RealServers

from chamdiem.provision.rabbitmq_definitions import Limits
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem_kit.bus.names import EXCHANGE
from chamdiem_kit.bus.rabbitmq_publisher import BusMisconfigured
from chamdiem_kit.errors import Unavailable

Open = Callable[..., Awaitable[RabbitWorld]]


@pytest.fixture
async def open_world(real_servers: RealServers) -> AsyncIterator[Open]:
    """Virtual hosts with their own limits and takers."""
    broker = await real_servers.have("rabbitmq")
    assert isinstance(broker, RabbitMQ)
    opened: list[RabbitWorld] = []

    async def open_one(*, deployed: bool = True, **wanted: object) -> RabbitWorld:
        world = RabbitWorld(broker, **wanted)  # type: ignore[arg-type]
        opened.append(world)
        if deployed:
            await world.deploy()
        else:
            await world.deploy_without_queues()
        return world

    yield open_one
    for world in opened:
        await world.close()


async def test_an_event_that_no_queue_takes_is_refused_until_the_deployment_knows_it(open_world: Open) -> None:
    world = await open_world(takers={ACCOUNT: ("appraisal",)})
    bus = world.of("identity")
    with pytest.raises(BusMisconfigured, match=f"{UNIT}.*chamdiem provision"):
        await bus.publish([a_message(1)])
    await world.deploy(TAKERS)
    await bus.publish([a_message(1)])


async def test_a_deployment_takes_away_what_a_service_no_longer_takes(open_world: Open) -> None:
    world = await open_world()
    await world.deploy({UNIT: ("appraisal",)})
    await world.of("identity").publish([a_message(1)])
    assert await world.counted("chamdiem.assessment") == 0
    assert await world.counted("chamdiem.appraisal") == 1


async def test_a_deployment_done_twice_changes_nothing_and_loses_nothing(open_world: Open) -> None:
    world = await open_world()
    await world.of("identity").publish([a_message(n) for n in range(20)])
    before = (await world.admin("GET", "/definitions/VHOST")).json()
    await world.deploy()
    assert (await world.admin("GET", "/definitions/VHOST")).json() == before
    assert await world.counted("chamdiem.assessment") == 20


async def test_a_missing_queue_is_named_and_taken_from_as_soon_as_it_is_there(open_world: Open, caplog: pytest.LogCaptureFixture) -> None:
    world = await open_world(deployed=False)
    reader = Reader()
    bus = await world.read("assessment", reader)

    async def was_said() -> bool:
        return any("chamdiem.assessment" in r.getMessage() and "provision" in r.getMessage() for r in caplog.records)

    await eventually(was_said)
    assert any("chamdiem.assessment" in fault for fault in await world.of("assessment").faults("assessment"))
    await world.deploy()
    assert await world.of("assessment").faults("assessment") == []
    await world.tell(world.of("identity"), [a_message(1)])
    await eventually(lambda: reader.has(1))
    await bus.close()


async def test_a_queue_that_was_deleted_and_made_again_is_taken_from_again(open_world: Open) -> None:
    world = await open_world()
    reader = Reader()
    await world.read("assessment", reader)
    await world.tell(world.of("identity"), [a_message(1)])
    await eventually(lambda: reader.has(1))
    assert (await world.admin("DELETE", "/queues/VHOST/chamdiem.assessment")).is_success
    await world.deploy()
    await world.tell(world.of("identity"), [a_message(2)])
    await eventually(lambda: reader.has(2))


async def test_a_broker_that_is_not_there_is_said_and_waited_for(open_world: Open) -> None:
    world = await open_world()
    nowhere = world.of("identity").__class__("amqp://chamdiem_identity:x@127.0.0.1:9/none")
    assert "Không nối được" in (await nowhere.faults("identity"))[0]
    with pytest.raises(Unavailable):
        await nowhere.publish([a_message(1)])
    await nowhere.close()


async def test_a_full_queue_refuses_and_the_event_waits_with_its_publisher(open_world: Open) -> None:
    world = await open_world(limits=Limits(messages=5))
    bus, reader = world.of("identity"), Reader()

    async def is_full() -> bool:
        try:
            await bus.publish([a_message(0)])
        except Unavailable as fault:
            return "đã đầy" in str(fault)
        return False

    await eventually(is_full)
    telling = asyncio.create_task(world.tell(bus, [a_message(n) for n in range(1, 30)], batch=3))
    await world.read("assessment", reader)
    await world.read("appraisal", Reader())
    await telling
    await eventually(lambda: _has_numbers(reader, set(range(30))))


async def test_one_replica_at_a_time_is_told_and_another_goes_on_where_it_left(open_world: Open) -> None:
    world = await open_world()
    first, second = Reader(), Reader()
    leaving = await world.read("assessment", first)
    await world.tell(world.of("identity"), [a_message(n) for n in range(50)])
    await eventually(lambda: first.has(50))
    await world.read("assessment", second)
    await world.tell(world.of("identity"), [a_message(n) for n in range(50, 100)])
    await eventually(lambda: first.has(100))
    assert second.got == []
    await leaving.close()
    await world.tell(world.of("identity"), [a_message(n) for n in range(100, 150)])
    await eventually(lambda: second.has(50))
    assert first.numbers() == list(range(100))
    assert second.numbers() == list(range(100, 150))


async def test_a_cut_line_loses_nothing_and_changes_no_order(open_world: Open) -> None:
    world = await open_world()
    reader = Reader(takes_s=0.01)
    await world.read("assessment", reader)
    telling = asyncio.create_task(world.tell(world.of("identity"), [a_message(n) for n in range(400)], batch=20))
    for count in (50, 150, 250):
        await eventually(lambda count=count: reader.has(count))  # type: ignore[misc]
        for line in (await world.admin("GET", "/vhosts/VHOST/connections")).json():
            await world.admin("DELETE", f"/connections/{line['name']}".replace(" ", "%20").replace(">", "%3E"))
    await telling
    await eventually(lambda: _has_numbers(reader, set(range(400))), within_s=30)
    firsts = list(dict.fromkeys(reader.numbers()))
    assert firsts == sorted(firsts)
    assert reader.buried == []


STRANGERS = {
    "nothing at all": (b"", None),
    "bytes that are no text": (b"\xff\xfe\x00", None),
    "JSON without an envelope": (b'{"a": 1}', Basic.Properties(content_type="application/json")),
    "a broken envelope": (b"{}", Basic.Properties(headers={"cloudEvents:id": "không phải số", "cloudEvents:type": UNIT})),
    "a time without zone": (b"{}", Basic.Properties(headers={"cloudEvents:id": "1", "cloudEvents:time": "2026-01-01"})),
}


@pytest.mark.parametrize(("body", "properties"), STRANGERS.values(), ids=STRANGERS)
async def test_what_is_no_event_is_buried_and_the_next_one_arrives(
    open_world: Open, body: bytes, properties: Basic.Properties | None
) -> None:
    world = await open_world()
    reader = Reader()
    await world.read("assessment", reader)
    async with world.channel("identity") as channel:
        await channel.basic_publish(body, exchange=EXCHANGE, routing_key=UNIT, properties=properties)
    await world.of("identity").publish([a_message(1)])
    await eventually(lambda: reader.has(1))
    ((letter, reason),) = reader.buried
    assert "\0" not in letter.data
    assert "Không phải sự kiện" in reason


async def test_an_event_that_this_version_of_the_service_does_not_take_is_buried(open_world: Open) -> None:
    world = await open_world()
    reader, bus = Reader(), world.of("appraisal")
    await bus.subscribe("appraisal", frozenset({UNIT}), reader.deliver, reader.bury)
    await world.of("identity").publish([a_message(1, ACCOUNT), a_message(2)])
    await eventually(lambda: reader.has(1))
    assert [letter.type for letter, _ in reader.buried] == [ACCOUNT]


async def test_an_event_that_kills_its_reader_is_the_only_one_to_go_to_the_dead(open_world: Open, tmp_path: Path) -> None:
    world = await open_world(limits=Limits(deliveries=8))
    file, script = tmp_path / "read", Path(__file__).with_name("dying_reader.py")
    file.touch()
    await world.of("identity").publish([a_message(n) for n in range(60)])
    deaths = 0
    while "dead" not in file.read_text():
        process = await asyncio.create_subprocess_exec(sys.executable, script, world.broker.url("assessment", world.vhost), file)
        ended = asyncio.create_task(process.wait())
        with suppress(TimeoutError):
            async with asyncio.timeout(20):
                while not ended.done() and "dead" not in file.read_text():
                    await asyncio.wait([ended], timeout=0.05)
        if not ended.done():
            process.kill()
        await ended
        deaths += 1
        assert deaths <= 12, file.read_text()
    lines = file.read_text().splitlines()
    assert [line.split()[1] for line in lines if line.startswith("dead")] == ["13"]
    assert {int(line) for line in lines if not line.startswith("dead")} == set(range(60)) - {13}


async def _has_numbers(reader: Reader, wanted: set[int]) -> bool:
    return wanted <= set(reader.numbers())
