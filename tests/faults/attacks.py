"""Faults that are done to a running platform while people work; each returns when all is well again."""

import asyncio
from importlib import import_module
from uuid import UUID, uuid4

from tests.faults.clocks import Deadline, is_wrong, wrong_clock
from tests.faults.company import Company
from tests.faults.native_ground import Native
from tests.faults.people import PATIENCE_S
from tests.support.eventually import eventually
from tests.support.state import connected, count

from chamdiem.embedded.databases import SERVICES
from chamdiem.service_names import ProcessName
from chamdiem_contracts.identity import UnitChangedV1
from chamdiem_kit.bus.rabbitmq import RabbitBus
from chamdiem_kit.db import Database
from chamdiem_kit.rebuild import replay

_WAITING = "SELECT count(*) FROM outbox WHERE published_at IS NULL"
_END_RELAY = """
    SELECT pg_terminate_backend(l.pid) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
     WHERE l.locktype = 'advisory' AND l.granted AND d.datname = current_database()"""


async def cut_all_lines(people: Company, ground: Native, *, times: int) -> None:
    """Cut everybody's line to the broker, in the middle of whatever is on it, and mend it after more work was acknowledged."""
    for _ in range(times):
        for line in ground.lines.values():
            await line.cut()
        await people.progress(8)
        assert await count(ground.databases["assessment"], _WAITING) > 0, "who sends is not told that the broker is away"
        for line in ground.lines.values():
            await line.open()
        await _told_all(ground)


async def cut_one_line_after_the_other(people: Company, ground: Native) -> None:
    """Let each service's events come later than what the others tell in the meantime, and silence the line before it is cut."""
    for line in ground.lines.values():
        line.silence()
        await people.progress(4)
        await line.cut()
        await people.progress(4)
        await line.open()


async def fill_the_disk_of_the_broker(people: Company, ground: Native) -> None:
    """Have it take its disk for full, so that nobody may publish, until more work was acknowledged."""
    await ground.broker.pretend_full_disk(True)
    try:
        await people.progress(8)
        assert await count(ground.databases["assessment"], _WAITING) > 0, "the broker took it in spite of its disk"
    finally:
        await ground.broker.pretend_full_disk(False)
    await _told_all(ground)


async def tell_poison(ground: Native, poison: UUID) -> None:
    """Have identity tell an event that nobody can read, and wait until everybody who takes its kind has laid it with the dead."""
    async with connected(ground.databases["identity"]) as database:
        await database.execute(
            "INSERT INTO outbox (id, event_id, part, parts, type, subject, subject_version, trace_id, data)"
            " VALUES ($1, $1, 1, 1, 'identity.unit.changed.v1', 'don-vi-doc', 1, $2, '{\"version\": \"một\"}')",
            poison,
            uuid4().hex,
        )
        await database.execute("SELECT pg_notify('chamdiem_outbox', '')")

    async def buried() -> bool:
        found = [await count(ground.databases[s], f"SELECT count(*) FROM dead_letter WHERE message_id = '{poison}'") for s in TAKERS]
        return found == [1] * len(TAKERS)

    await eventually(buried, within_s=PATIENCE_S)


TAKERS = tuple(name for name in SERVICES if UnitChangedV1 in import_module(f"chamdiem_{name}.consumers").CONSUMERS)
"""Who takes the changes of units."""


async def take_poison_away(ground: Native, poison: UUID) -> None:
    """As if it had never been told."""
    for service, table, column in [("identity", "outbox", "id"), *((taker, "dead_letter", "message_id") for taker in TAKERS)]:
        async with connected(ground.databases[service]) as database:
            await database.execute(f"DELETE FROM {table} WHERE {column} = $1", poison)


async def tell_everything_again(ground: Native) -> None:
    """Hand every event there is to the broker once more."""
    for service, url in ground.databases.items():
        database, bus = Database(url, pool_size=2), RabbitBus(ground.broker.url(service))
        try:
            await replay(service, database, bus)
        finally:
            await bus.close()
            await database.close()


async def take_the_relays_lock_away(people: Company, ground: Native, *, times: int) -> None:
    """With two replicas of every service: end the line on which the working relay holds its lock, so that the other begins beside it."""
    added = [await ground.house.add(process) for process in (ProcessName.IDENTITY, ProcessName.ASSESSMENT, ProcessName.APPRAISAL)]
    try:
        for _ in range(times):
            for replica in added:
                async with connected(ground.databases[replica.process.value]) as database:
                    await database.execute(_END_RELAY)
            await people.progress(4)
    finally:
        for replica in added:
            await replica.kill()
            await ground.house.remove(replica)


async def put_clocks_wrong(people: Company, ground: Native) -> None:
    """Pass a deadline with replicas of assessment half a minute ahead and behind, and one of appraisal ahead."""
    behind, ahead = await wrong_clock("-30s"), await wrong_clock("+30s")
    wanted = [(ProcessName.ASSESSMENT, behind), (ProcessName.ASSESSMENT, ahead), (ProcessName.APPRAISAL, ahead)]
    added = [await ground.house.add(process, environment) for process, environment in wanted]
    try:
        assert [await is_wrong(replica) for replica in added] == [True] * len(added)
        deadline = Deadline(people)
        await deadline.open()
        await asyncio.gather(*(deadline.ask(replica) for replica in ground.house.of(ProcessName.ASSESSMENT)))
        await people.progress(8)
    finally:
        for replica in added:
            await ground.house.remove(replica)


async def _told_all(ground: Native) -> None:
    async def all_told() -> bool:
        return await count(ground.databases["assessment"], _WAITING) < 50

    await eventually(all_told, within_s=PATIENCE_S)
