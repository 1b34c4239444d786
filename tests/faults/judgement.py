"""The end of every test of faults: nothing told is lost or done twice, nothing is dead, and every service is what a rebuild makes of it."""

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager

from pydantic import SecretStr
from tests.faults.ground import Ground
from tests.support.eventually import eventually
from tests.support.services import create_of
from tests.support.state import connected, dead_letters, settle, state_of

from chamdiem.embedded.databases import SERVICES
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.rebuild import rebuild, told_by
from chamdiem_kit.settings import ServiceSettings


async def judge(ground: Ground, *, dead: Collection[str] = ()) -> None:
    """Wait until nothing is under way, then look into all databases. `dead`: the letters that have to rest there, by their lines."""
    await _at_rest(ground)
    assert await dead_letters(ground.databases) == list(dead)
    before = {service: await state_of(url) for service, url in ground.databases.items()}
    async with _services(ground.databases) as services:
        await _every_event_had_its_effect_once(ground, services)
        for service in services.values():
            await rebuild(service, *(told_by(name, other.database) for name, other in services.items()))
    await _at_rest(ground)
    after = {service: await state_of(url) for service, url in ground.databases.items()}
    for service, tables in before.items():
        for table, rows in tables.items():
            assert after[service][table] == rows, f"{service}.{table} is not what the outboxes make of it"
    assert await dead_letters(ground.databases) == list(dead)


async def _at_rest(ground: Ground) -> None:
    async def empty() -> bool:
        return await ground.left_on_the_bus() == 0

    for _ in range(2):
        await settle(ground.databases)
        await eventually(empty, within_s=60)


async def _every_event_had_its_effect_once(ground: Ground, services: Mapping[str, Service]) -> None:
    """Every message for a service is in its inbox, whose rows are made in the transaction of the effect and cannot be there twice."""
    for name, service in services.items():
        wanted: set[str] = set()
        for source in SERVICES:
            async with connected(ground.databases[source]) as database:
                told = await database.fetch("SELECT id FROM outbox WHERE type = ANY($1)", list(service.inbox.types))
                wanted |= {str(row["id"]) for row in told}
        async with connected(ground.databases[name]) as database:
            handled = {str(row["message_id"]) for row in await database.fetch("SELECT message_id FROM inbox")}
            buried = {str(row["message_id"]) for row in await database.fetch("SELECT message_id FROM dead_letter")}
        assert wanted - handled - buried == set(), f"{name} lacks events"


@asynccontextmanager
async def _services(databases: Mapping[str, str]) -> AsyncIterator[dict[str, Service]]:
    """The services as rebuilding needs them: over their databases, none of them running."""
    made = {}
    for name in SERVICES:
        settings = ServiceSettings(service=name, database_url=SecretStr(databases[name]), oidc_issuer="http://nobody", database_pool_size=3)
        made[name] = create_of(name)(settings, InProcessBus())
    try:
        yield made
    finally:
        for service in made.values():
            await service.database.close()
