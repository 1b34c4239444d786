"""A platform in a process of its own that is killed and started again on the same data folder, looked at from outside."""

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import asyncpg
from tests.crash.platform_process import CONTEXT, run
from tests.support.eventually import eventually
from tests.support.state import connected, dead_letters, settle, state_of
from tests.support.story import Story, begin

from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.platform import Platform
from chamdiem_kit.rebuild import rebuild, told_by


class Victim:
    """`await start()`, `await kill()`, again and again. `address` and `issuer` are the same after every start."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.address = self.issuer = ""
        self._process: BaseProcess | None = None

    async def start(self, *, until_ready: bool = True) -> None:
        """Start a platform, and wait until it answers."""
        heard, told = CONTEXT.Pipe(duplex=False)
        self._process = CONTEXT.Process(target=run, args=(str(self.data), told))
        self._process.start()
        told.close()
        with heard:
            if until_ready:
                assert await asyncio.to_thread(heard.poll, 120)
                self.address, self.issuer = heard.recv()

    async def kill(self, *, servers_too: bool = False) -> None:
        """kill -9, first of its servers where wanted, so that none of them can end in good order."""
        assert self._process is not None
        if servers_too:
            for part in ("postgres", "evidence", "provider"):
                os.kill(self.pid_of(part), signal.SIGKILL)
        self._process.kill()
        assert await self._ended() == -signal.SIGKILL

    async def end(self) -> None:
        """End it in good order, if it runs."""
        if self._process is not None:
            self._process.terminate()
            assert await self._ended() == 128 + signal.SIGTERM

    async def _ended(self) -> int | None:
        assert self._process is not None
        process, self._process = self._process, None
        await asyncio.to_thread(process.join, 60)
        status = process.exitcode
        process.close()
        return status

    @property
    def databases(self) -> dict[str, str]:
        """Service → URL, as the superuser of the server."""
        port, password = self._read("postgres/ports.json")["postgres"], self._read("postgres/postgres.json")["postgres"]
        return {s: f"postgresql+asyncpg://postgres:{password}@127.0.0.1:{port}/chamdiem_{s}" for s in SERVICES}

    def pid_of(self, part: str) -> int:
        """The process of a part's server."""
        pid = int(self._read(f"{part}/children.json")["children"][0]["pid"])
        assert str(self.data) in Path(f"/proc/{pid}/cmdline").read_text(), "the number belongs to another process"
        return pid

    def provider_knows(self, username: str) -> bool:
        """Whether the identity provider has this person."""
        return username in self._read("provider/accounts.json")

    async def story(self) -> Story:
        """The first administrator, signed in."""
        first = self._read("administrator.json")
        return await begin(self.address, self.issuer, first["username"], first["password"])

    async def until(self, service: str, condition: str) -> None:
        """Wait until a condition holds in a service's database, which may not even be there yet."""

        async def holds() -> bool:
            try:
                async with connected(self.databases[service]) as database:
                    return bool(await database.fetchval(f"SELECT {condition}"))
            except (OSError, KeyError, asyncpg.PostgresError, asyncpg.InterfaceError):
                return False

        await eventually(holds, within_s=60)

    @asynccontextmanager
    async def held(self, **tables: str) -> AsyncIterator[None]:
        """In these services' databases nobody writes these tables while the block runs; who wants to, waits."""
        async with AsyncExitStack() as stack:
            for service, table in tables.items():
                connection = await stack.enter_async_context(connected(self.databases[service]))
                await connection.execute(f"BEGIN; LOCK TABLE {table} IN SHARE MODE")
                stack.push_async_callback(_let_go, connection)
            yield

    def _read(self, name: str) -> dict[str, Any]:
        read: dict[str, Any] = json.loads((self.data / name).read_text("utf-8"))
        return read


async def _let_go(connection: "asyncpg.Connection[object]") -> None:
    # The server may be gone with the platform, or going just now.
    with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError):
        await connection.execute("ROLLBACK")


WAITING_FOR = "EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = '{table}'::regclass)"
"""Condition: somebody waits to write the table."""


async def nothing_is_lost_or_dead(databases: Mapping[str, str]) -> None:
    """Everything told has arrived, and nothing rests with the dead."""
    await settle(databases)
    assert await dead_letters(databases) == []


async def equals_a_rebuild(data: Path) -> None:
    """Start on the folder once more: every service is what the outboxes make of it."""
    async with Platform(data) as platform:
        databases = platform.parts.databases
        await settle(databases)
        before = {service: await state_of(url) for service, url in databases.items()}
        for service in platform.services:
            await rebuild(service, *(told_by(other.spec.name, other.database) for other in platform.services))
        await settle(databases)
        assert {service: await state_of(url) for service, url in databases.items()} == before
        assert await dead_letters(databases) == []


async def gone(task: "asyncio.Task[object]") -> None:
    """Take the end of a request whose server was killed."""
    await asyncio.wait([task])
    assert task.exception() is not None
