"""Migrations on the real server: by the owner only, while the code of before goes on working, one deployment at a time."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator

import asyncpg
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from cli.tests.doctor.sick_database import SickDatabase, sick_database
from tests.e2e.processes import command as chamdiem
from tests.support.eventually import eventually
from tests.support.real_servers import RealServers

from chamdiem.provision.postgresql import SERVICES
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem_kit.migrate import MigrationRefused, alembic_config, at_head, upgrade

_LONGEST_S = 6.0
"""A migration gives way after five."""
_BEFORE_EVIDENCE_CHANGES = "0007"
"""The next migration of assessment alters `evidence`, the table that the long transaction holds."""
_TABLES = """
    SELECT table_name, string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'alembic_version' GROUP BY table_name"""
_TELL = """
    INSERT INTO outbox (id, event_id, part, parts, type, subject, subject_version, trace_id, data)
    VALUES (gen_random_uuid(), gen_random_uuid(), 1, 1, 'a.b.c.v1', 'a', 1, '', '{}')"""


@pytest.fixture(scope="session")
async def postgresql(real_servers: RealServers) -> PostgreSQL:
    server = await real_servers.have("postgresql")
    assert isinstance(server, PostgreSQL)
    return server


def revisions(service: str) -> list[str]:
    """All of a service's migrations, the oldest first."""
    scripts = ScriptDirectory.from_config(alembic_config(f"chamdiem_{service}", ""))
    return [script.revision for script in reversed(list(scripts.walk_revisions()))]


class OldCode:
    """A writer that goes on reading and writing what it knew before a migration. `waits_s`: how long its statements took."""

    def __init__(self, database: SickDatabase) -> None:
        self._database = database
        self.waits_s: list[float] = []

    @contextlib.asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        line = await asyncpg.connect(self._database.writer.replace("+asyncpg", ""), ssl=False)
        statements = [f"SELECT {row['columns']} FROM {row['table_name']} LIMIT 1" for row in await line.fetch(_TABLES)]
        task = asyncio.create_task(self._work(line, [*statements, _TELL]))
        await eventually(self._has_worked)
        try:
            yield
            count = len(self.waits_s)
            await eventually(lambda: self._has_worked(count + len(statements) + 1))
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task
            await line.close()

    async def _work(self, line: "asyncpg.Connection[asyncpg.Record]", statements: list[str]) -> None:
        while True:
            for statement in statements:
                begun = time.monotonic()
                await line.execute(statement)
                self.waits_s.append(time.monotonic() - begun)

    async def _has_worked(self, count: int = 1) -> bool:
        return len(self.waits_s) >= count


@pytest.mark.parametrize("service", SERVICES)
async def test_the_code_of_before_works_through_each_migration(postgresql: PostgreSQL, service: str) -> None:
    async with sick_database(postgresql, service, migrated=False) as database:
        first, *later = revisions(service)
        config = alembic_config(f"chamdiem_{service}", database.owner)
        await asyncio.to_thread(command.upgrade, config, first)
        for revision in later:
            old = OldCode(database)
            async with old.working():
                await asyncio.to_thread(command.upgrade, config, revision)
            assert max(old.waits_s) < _LONGEST_S
        assert await asyncio.to_thread(at_head, f"chamdiem_{service}", database.owner)


async def test_a_migration_waits_for_a_long_transaction_and_keeps_nobody_waiting_behind_it(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "assessment", migrated=False) as database:
        await asyncio.to_thread(command.upgrade, alembic_config("chamdiem_assessment", database.owner), _BEFORE_EVIDENCE_CHANGES)
        line = await asyncpg.connect(database.owner.replace("+asyncpg", ""), ssl=False)
        long = line.transaction()
        await long.start()
        await line.execute("SELECT 1 FROM evidence")
        migrating = asyncio.create_task(asyncio.to_thread(upgrade, "chamdiem_assessment", database.owner))
        old = OldCode(database)
        async with old.working():
            # Until it has given way once: somebody then stood behind it for at most as long as it waits.
            await eventually(lambda: waited_and_let_go(old), within_s=20)
            assert not migrating.done()
            await long.commit()
            assert await migrating
        await line.close()
        assert max(old.waits_s) < _LONGEST_S


async def waited_and_let_go(old: OldCode) -> bool:
    return max(old.waits_s) > 1


async def test_two_deployments_at_once_end_well(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "ranking", migrated=False) as database:
        told = {"CHAMDIEM_RANKING_MIGRATION_DATABASE_URL": database.owner}
        async with contextlib.AsyncExitStack() as stack:
            running = [await stack.enter_async_context(chamdiem("migrate", "ranking", environment=told)) for _ in range(3)]
            assert await asyncio.gather(*(one.process.wait() for one in running)) == [0, 0, 0]
        assert await asyncio.to_thread(at_head, "chamdiem_ranking", database.writer)
        assert not await asyncio.to_thread(upgrade, "chamdiem_ranking", database.owner)


async def test_a_database_newer_than_the_code_is_left_alone(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "gateway") as database:
        await database.break_by("UPDATE alembic_version SET version_num = '9999'")
        with pytest.raises(MigrationRefused, match=r"9999.*mới hơn"):
            await asyncio.to_thread(upgrade, "chamdiem_gateway", database.owner)


async def test_the_command_migrates_as_the_owner_and_says_what_it_did(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "gateway", migrated=False) as database:
        told = {"CHAMDIEM_GATEWAY_MIGRATION_DATABASE_URL": database.owner}
        for said in ("đã cập nhật", "mới nhất"):
            async with chamdiem("migrate", "gateway", environment=told) as running:
                await running.said(said)
                assert await running.process.wait() == 0
        async with chamdiem("migrate", environment=told, stderr=asyncio.subprocess.PIPE) as running:
            assert running.process.stderr is not None
            text = (await running.process.stderr.read()).decode()
            assert await running.process.wait() == 2
        assert "CHAMDIEM_IDENTITY_MIGRATION_DATABASE_URL" in text


async def test_the_writer_migrates_nothing(postgresql: PostgreSQL) -> None:
    async with sick_database(postgresql, "gateway", migrated=False) as database:
        with pytest.raises(Exception, match="permission denied"):
            await asyncio.to_thread(upgrade, "chamdiem_gateway", database.writer)
