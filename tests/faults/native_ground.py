"""Production as a ground: the real servers of this machine and our own processes, two replicas where wanted."""

import asyncio
import os
import select
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import cast

import httpx
from tests.faults.door import Door, demo_door
from tests.faults.ground import Ground, Target
from tests.faults.proxy import Line

from chamdiem.embedded.databases import SERVICES
from chamdiem.production.house import House
from chamdiem.production.replica import Replica
from chamdiem.servers.native import Servers
from chamdiem.servers.nginx import Nginx
from chamdiem.servers.place import Options
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.rabbitmq import RabbitMQ
from chamdiem.servers.server import NativeServer
from chamdiem.service_names import ProcessName
from chamdiem_kit.migrate import upgrade

SERVERS = ("postgresql", "rabbitmq", "minio", "nginx")


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
        for pid in main.members():
            if b"chamdiem_" in _command_of(pid):
                await _kill([pid])
                return

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
    """Made by `native`. `line` is what lies between our processes and the broker."""

    def __init__(self, servers: Servers, house: House, line: Line, door: Door) -> None:
        self.servers, self.house, self.line, self.door = servers, house, line, door
        self.url = cast(Nginx, servers.by_name["nginx"]).url
        self.administrator = door.administrator
        self.postgresql, self.broker = cast(PostgreSQL, servers.by_name["postgresql"]), cast(RabbitMQ, servers.by_name["rabbitmq"])
        admin = self.postgresql.admin_dsn.replace("postgresql://", "postgresql+asyncpg://", 1).rsplit("/", 1)[0]
        self.databases = {service: f"{admin}/chamdiem_{service}" for service in SERVICES}

    @property
    def targets(self) -> list[Target]:  # type: ignore[override]  # replicas come and go
        """Every process there is."""
        killable = [ServerTarget(server, self.servers) for server in self.servers.by_name.values() if server.programs()]
        return [*killable, BackendTarget(self.postgresql), *(ReplicaTarget(replica) for replica in self.house.replicas)]

    async def enter(self, username: str, password: str) -> str:
        return await self.door.enter(username, password)

    async def left_on_the_bus(self) -> int:
        admin = self.broker.admin
        async with httpx.AsyncClient(auth=(admin.user, admin.password), trust_env=False, timeout=20) as client:
            answer = await client.get(f"{admin.management_url}/api/queues/chamdiem", params={"disable_stats": "true"})
        answer.raise_for_status()
        return sum(int(queue.get("messages", 0)) for queue in answer.json())


@asynccontextmanager
async def native(folder: Path, replicas: Mapping[ProcessName, int] | None = None) -> AsyncIterator[Native]:
    """Start everything in the folder; it ends with the block. `replicas`: one of each process where nothing is said."""
    async with AsyncExitStack() as stack:
        servers = Servers(folder, options=Options(durable=False))
        stack.push_async_callback(servers.down)
        await started(servers, *SERVERS)
        await asyncio.to_thread(_migrate, folder)
        line = await stack.enter_async_context(_line_to(cast(RabbitMQ, servers.by_name["rabbitmq"])))
        door = await stack.enter_async_context(demo_door(folder, servers))
        urls = {service: cast(RabbitMQ, servers.by_name["rabbitmq"]).url(service) for service in SERVICES}
        through = {f"CHAMDIEM_{service.upper()}_BUS_URL": line.url(url) for service, url in urls.items()}
        nginx = cast(Nginx, servers.by_name["nginx"])
        wanted = {**dict.fromkeys(ProcessName, 1), **(replicas or {})}
        house = await stack.enter_async_context(House(servers.folder, nginx.route, wanted, {**through, **door.environment}))
        yield Native(servers, house, line, door)


async def started(servers: Servers, *names: str) -> None:
    """Start servers as an operator does."""
    outcome = await servers.up(names)
    assert outcome.faults == {}, outcome.faults


def _migrate(folder: Path) -> None:
    for service in SERVICES:
        upgrade(f"chamdiem_{service}", (folder / "settings" / service / f"chamdiem_{service}_migration_database_url").read_text("utf-8"))


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
