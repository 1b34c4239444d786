"""The end of every test of faults: nothing told is lost or done twice, nothing is dead, and every service is what a rebuild makes of it."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from uuid import UUID

from pydantic import SecretStr
from sqlalchemy import text
from tests.faults.ground import Ground
from tests.support.eventually import eventually
from tests.support.services import create_of
from tests.support.state import all_told, in_batches, interleaved, settle, state_of

from chamdiem.embedded.databases import SERVICES
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.rebuild import rebuild, told_by
from chamdiem_kit.settings import ServiceSettings


async def judge(ground: Ground, *, poison: UUID | None = None, seed: int | None = None) -> None:
    """Wait until nothing is under way, then look into all databases.

    `poison`: the message that has to rest with the dead of everybody who takes its kind, and nothing else. `seed`: rebuild in an order
    drawn from it, every message twice, instead of one publisher after the other.
    """
    await _at_rest(ground)
    before = {service: await state_of(url) for service, url in ground.databases.items()}
    async with services_over(ground.databases) as services:
        await _only_the_poison_is_dead(services, poison)
        await _every_event_had_its_effect_once(services)
        databases = {name: service.database for name, service in services.items()}
        for number, service in enumerate(services.values()):
            if seed is None:
                await rebuild(service, *(told_by(name, database) for name, database in databases.items()))
            else:
                messages = interleaved(await all_told(databases), seed + number)
                await rebuild(service, in_batches([m for m in messages for _ in range(2)], seed), in_batches(messages, seed))
        await _at_rest(ground)
        after = {service: await state_of(url) for service, url in ground.databases.items()}
        for name, tables in before.items():
            for table, rows in tables.items():
                assert after[name][table] == rows, f"{name}.{table} is not what the outboxes make of it"
        await _only_the_poison_is_dead(services, poison)


async def _at_rest(ground: Ground) -> None:
    async def empty() -> bool:
        return await ground.left_on_the_bus() == 0

    for _ in range(2):
        await settle(ground.databases)
        await eventually(empty, within_s=60)


async def _only_the_poison_is_dead(services: Mapping[str, Service], poison: UUID | None) -> None:
    for name, service in services.items():
        async with service.database.transaction() as tx:
            dead = (await tx.execute(text("SELECT message_id, type, reason FROM dead_letter"))).all()
            kind = (await tx.execute(text("SELECT type FROM dead_letter WHERE message_id = :id"), {"id": poison})).scalar()
        assert [letter for letter in dead if letter.message_id != poison] == [], name
        assert kind is None or kind in service.inbox.types, name


async def _every_event_had_its_effect_once(services: Mapping[str, Service]) -> None:
    """Every message for a service is in its inbox, whose rows are made in the transaction of the effect and cannot be there twice."""
    for name, service in services.items():
        told: set[UUID] = set()
        for source in services.values():
            async with source.database.transaction() as tx:
                mine = {"types": sorted(service.inbox.types)}
                told |= set((await tx.execute(text("SELECT id FROM outbox WHERE type = ANY(:types)"), mine)).scalars())
        async with service.database.transaction() as tx:
            handled = set((await tx.execute(text("SELECT message_id FROM inbox"))).scalars())
            dead = set((await tx.execute(text("SELECT message_id FROM dead_letter"))).scalars())
        assert told - dead - handled == set(), f"{name} lacks events"
        assert handled - told == set(), f"{name} has taken what nobody has told: a change was lost of which others know"


@asynccontextmanager
async def services_over(databases: Mapping[str, str]) -> AsyncIterator[dict[str, Service]]:
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
