"""Production as a ground: the real servers of this machine and our own processes, two replicas where wanted."""

import asyncio
import os
import select
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from io import StringIO
from pathlib import Path
from typing import TypeVar

import httpx
from rich.console import Console
from tests.faults.ground import FirstAdministrator, Ground, Target
from tests.faults.proxy import Line

from chamdiem.embedded.databases import SERVICES
from chamdiem.production.replica import Replica
from chamdiem.production.stack import Production
from chamdiem.provision.rabbitmq_definitions import VHOST
from chamdiem.servers.native import Servers
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.progress import Board
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem.servers.server import NativeServer
from chamdiem.service_names import ProcessName
from chamdiem.sign_in.code_flow import sign_in


class ServerTarget(Target):
    """A server with all that it started."""

    def __init__(self, server: NativeServer, servers: Servers) -> None:
        self.name, self._server, self._servers = server.name, server, servers

    async def kill(self) -> None:
        (*_, main) = self._server.programs()
        await _kill(main.members())

    async def start(self) -> None:
        await started(self._servers, self.name)


class BackendTarget(Target):
    """One process of PostgreSQL that works for one of ours, upon which the server ends all others and recovers by itself."""

    name = "postgresql backend"

    def __init__(self, postgresql: PostgreSQL) -> None:
        self._postgresql = postgresql

    async def kill(self) -> None:
        (*_, main) = self._postgresql.programs()
        # Each has a session of its own, so it is no member of the server's.
        children = Path(f"/proc/{main.pid}/task/{main.pid}/children").read_text("ascii").split()  # noqa: ASYNC240  the kernel answers at once
        await _kill([next(int(pid) for pid in children if b"chamdiem_" in _command_of(int(pid)))])

    async def start(self) -> None:
        return


class ReplicaTarget(Target):
    """One of our processes."""

    def __init__(self, replica: Replica) -> None:
        self.name, self._replica = replica.name, replica

    async def kill(self) -> None:
        await self._replica.kill()

    async def start(self) -> None:
        await self._replica.start()


class Native(Ground):
    """Made by `native`. `lines`: what lies between each service and the broker."""

    def __init__(self, production: Production, lines: Mapping[str, Line]) -> None:
        self.lines, self.servers, self.house = lines, production.servers, production.house
        self._addresses = production.addresses
        self.url = production.addresses.url
        self.administrator = FirstAdministrator(production.addresses.administrator.username, production.addresses.administrator.password)
        self.postgresql, self.broker = _named(self.servers, PostgreSQL), _named(self.servers, RabbitMQ)
        admin = self.postgresql.admin_dsn.replace("postgresql://", "postgresql+asyncpg://", 1).rsplit("/", 1)[0]
        self.databases = {service: f"{admin}/chamdiem_{service}" for service in SERVICES}
        self._changed: dict[str, str] = {}

    @property
    def targets(self) -> list[Target]:  # type: ignore[override]  # replicas come and go
        """Every process there is."""
        killable = [ServerTarget(server, self.servers) for server in self.servers.by_name.values() if server.programs()]
        return [*killable, BackendTarget(self.postgresql), *(ReplicaTarget(replica) for replica in self.house.replicas)]

    async def enter(self, username: str, password: str) -> str:
        known, fresh = self.password_of(username, password), f"{password}-moi"
        where = (self._addresses.issuer, self._addresses.cli_client_id, self._addresses.cli_redirect_uri)
        tokens = await sign_in(*where, username, known, new_password=None if known == fresh else fresh)
        if tokens.changed:
            self._changed[username] = fresh
        return tokens.access_token

    def password_of(self, username: str, handed: str) -> str:
        return self._changed.get(username, handed)

    async def left_on_the_bus(self) -> int:
        admin = self.broker.admin
        async with httpx.AsyncClient(auth=(admin.user, admin.password), trust_env=False, timeout=20) as client:
            answer = await client.get(f"{admin.management_url}/api/queues/{VHOST}", params={"disable_stats": "true"})
        answer.raise_for_status()
        return sum(int(queue.get("messages", 0)) for queue in answer.json())


@asynccontextmanager
async def native(folder: Path, replicas: Mapping[ProcessName, int] | None = None) -> AsyncIterator[Native]:
    """Start everything in the folder; it ends with the block. `replicas`: one of each process where nothing is said."""
    async with AsyncExitStack() as stack:
        # Durable, as everything below: else PostgreSQL acknowledges what is still in its memory only.
        servers = Servers(folder)
        stack.push_async_callback(servers.down)
        await started(servers)
        broker = _named(servers, RabbitMQ)
        lines = {service: await stack.enter_async_context(_line_to(broker)) for service in SERVICES}
        through = {f"CHAMDIEM_{service.upper()}_BUS_URL": line.url(broker.url(service)) for service, line in lines.items()}
        wanted = {**dict.fromkeys(ProcessName, 1), **(replicas or {})}
        yield Native(await stack.enter_async_context(Production(folder, replicas=wanted, environment=through, board=_silent())), lines)


async def started(servers: Servers, *names: str) -> None:
    """Start servers as an operator does."""
    outcome = await servers.up(names, _silent())
    assert outcome.faults == {}, outcome.faults


def _silent() -> Board:
    return Board(Console(file=StringIO()))


S = TypeVar("S", bound=NativeServer)


def _named(servers: Servers, kind: type[S]) -> S:
    found = servers.by_name[kind.name]
    assert isinstance(found, kind)
    return found


@asynccontextmanager
async def _line_to(broker: RabbitMQ) -> AsyncIterator[Line]:
    line = Line("127.0.0.1", broker.place.port("amqp"))
    await line.open()
    try:
        yield line
    finally:
        await line.close()


async def _kill(pids: list[int]) -> None:
    """kill -9 all of them, and return when they are gone."""
    for pid in pids:
        try:
            handle = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        try:
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            await asyncio.to_thread(_gone, handle)
        finally:
            os.close(handle)


def _gone(handle: int) -> None:
    select.select([handle], [], [])


def _command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
