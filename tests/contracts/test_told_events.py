"""From one service's outbox to another's inbox, on both buses, over real databases."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace

import pytest
from pydantic import SecretStr
from sqlalchemy import text
from tests.support.buses import BusWorld, InProcessWorld, RabbitWorld, Reader
from tests.support.databases import Databases
from tests.support.eventually import eventually
from tests.support.plain_service.app import PACKAGE, SPEC
from tests.support.real_servers import RealServers

from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Service
from chamdiem_kit.settings import ServiceSettings


def a_unit(code: str, version: int = 1, name: str = "Sở Nội vụ") -> UnitChangedV1:
    return UnitChangedV1(version=version, code=code, name=name, unit_type="department", ranking_group="department")


@dataclass
class Pair:
    """A service that tells and one that keeps what it is told, each with its database, both running."""

    world: BusWorld
    teller: Service
    keeper: Service
    stack: AsyncExitStack

    async def replica_of_teller(self) -> None:
        """A second process of the service that tells, on the same database."""
        await self.stack.enter_async_context(a_service("identity", self.teller.database.url, self.world).running())

    async def tell(self, *events: UnitChangedV1) -> None:
        async with self.teller.transaction() as tx:
            await outbox.add_all(tx, events)

    async def rows(self, service: Service, sql: str) -> list[tuple[object, ...]]:
        async with service.transaction() as tx:
            return [tuple(row) for row in await tx.execute(text(sql))]

    async def kept(self) -> list[str]:
        return [str(code) for (code,) in await self.rows(self.keeper, "SELECT code FROM thing ORDER BY code")]

    async def dead(self) -> list[str]:
        return [str(subject) for (subject,) in await self.rows(self.keeper, "SELECT subject FROM dead_letter")]

    async def all_published(self) -> bool:
        return await self.rows(self.teller, "SELECT 1 FROM outbox WHERE published_at IS NULL LIMIT 1") == []


def a_service(name: str, url: str, world: BusWorld) -> Service:
    settings = ServiceSettings(
        service=name, database_url=SecretStr(url), oidc_issuer="https://sso.example.vn", database_pool_size=3, profile="embedded"
    )
    spec = replace(SPEC, name=name, consumers=SPEC.consumers if name == "assessment" else {})
    return Service(spec, settings, world.of(name))


@pytest.fixture(params=["in process", "rabbitmq"])
async def world(request: pytest.FixtureRequest, real_servers: RealServers) -> AsyncIterator[BusWorld]:
    if request.param == "in process":
        opened: BusWorld = InProcessWorld()
    else:
        broker = await real_servers.have("rabbitmq")
        assert isinstance(broker, RabbitMQ)
        opened = made = RabbitWorld(broker)
        await made.deploy()
    yield opened
    await opened.close()


@pytest.fixture
async def pair(world: BusWorld, databases: Databases) -> AsyncIterator[Pair]:
    urls = [await databases.fresh(PACKAGE) for _ in range(2)]
    keeper, teller = a_service("assessment", urls[1], world), a_service("identity", urls[0], world)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(keeper.running())
        await stack.enter_async_context(teller.running())
        yield Pair(world, teller, keeper, stack)
    for url in urls:
        await databases.drop(url)


async def test_what_is_committed_arrives_and_what_is_rolled_back_does_not(pair: Pair) -> None:
    with pytest.raises(ZeroDivisionError):
        async with pair.teller.transaction() as tx:
            await outbox.add(tx, a_unit("lost"))
            _ = 1 / 0
    await pair.tell(a_unit("a"), a_unit("b"))
    await eventually(lambda: _are(pair, ["a", "b"]))


async def test_an_event_told_twice_has_one_effect(pair: Pair) -> None:
    await pair.tell(*(a_unit(f"u{n:03}") for n in range(100)))
    await eventually(pair.all_published)
    await eventually(lambda: _have(pair, 100))
    await pair.rows(pair.teller, "UPDATE outbox SET published_at = NULL RETURNING 1")
    await eventually(pair.all_published)
    await pair.tell(a_unit("z"))
    await eventually(lambda: _have(pair, 101))
    assert await pair.dead() == []


async def test_a_large_event_arrives_whole(pair: Pair) -> None:
    await pair.tell(a_unit("before"), a_unit("big", name="Ủy ban nhân dân " * 100_000), a_unit("after"))
    await eventually(lambda: _are(pair, ["after", "before", "big"]))
    assert (await pair.rows(pair.teller, "SELECT max(parts) > 1 FROM outbox")) == [(True,)]
    assert await pair.rows(pair.keeper, "SELECT 1 FROM inbox_part") == []


async def test_one_bad_event_among_good_ones_is_the_only_dead_letter(pair: Pair) -> None:
    await pair.tell(*(a_unit(f"u{n}") for n in range(5)), a_unit("poison"), *(a_unit(f"v{n}") for n in range(5)))
    await eventually(lambda: _have(pair, 10))
    assert await pair.dead() == ["poison"]


@pytest.mark.parametrize("world", ["rabbitmq"], indirect=True)
async def test_what_the_broker_gave_up_is_kept_in_the_database(pair: Pair) -> None:
    assert isinstance(pair.world, RabbitWorld)
    letter = {"routing_key": "chamdiem.assessment", "payload": "không phải JSON", "payload_encoding": "string", "properties": {}}
    answer = await pair.world.admin("POST", "/exchanges/VHOST/chamdiem.dead/publish", letter)
    assert answer.json() == {"routed": True}

    async def is_kept() -> bool:
        rows = await pair.rows(pair.keeper, "SELECT data, reason FROM dead_letter")
        return [data for data, _ in rows] == ["không phải JSON"] and "giao nhiều lần" in str(rows[0][1])

    await eventually(is_kept)
    assert await pair.world.counted("chamdiem.assessment.dead") == 0
    await pair.tell(a_unit("a"))
    await eventually(lambda: _are(pair, ["a"]))


async def test_a_database_that_goes_away_for_a_while_costs_nothing(
    pair: Pair, databases: Databases, caplog: pytest.LogCaptureFixture
) -> None:
    await pair.tell(a_unit("a"))
    await eventually(lambda: _are(pair, ["a"]))
    await databases.shut(pair.keeper.database.url)
    await pair.tell(*(a_unit(f"u{n:02}") for n in range(50)))

    async def was_tried() -> bool:
        return sum(record.name in ("chamdiem.bus", "chamdiem.relay") for record in caplog.records) >= 2

    await eventually(was_tried)
    await databases.reopen(pair.keeper.database.url)
    await eventually(lambda: _have(pair, 51), within_s=30)
    assert await pair.dead() == []


async def test_of_two_relays_one_tells_and_each_event_is_told_once_in_order(pair: Pair) -> None:
    reader = Reader()
    await pair.world.read("appraisal", reader)
    await pair.replica_of_teller()
    for start in range(0, 300, 20):
        await pair.tell(*(a_unit(f"u{n}", version=n) for n in range(start, start + 20)))
    await eventually(lambda: reader.has(300), within_s=30)
    await eventually(pair.all_published)
    assert reader.numbers() == list(range(300))


async def _are(pair: Pair, codes: list[str]) -> bool:
    return await pair.kept() == codes


async def _have(pair: Pair, count: int) -> bool:
    return len(await pair.kept()) == count
