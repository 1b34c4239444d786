"""A database for each test, cloned from a migrated template, on a PostgreSQL of this test session, with the two roles of production."""

import asyncio
from uuid import uuid4

import asyncpg

from chamdiem.embedded.postgres import EmbeddedPostgres
from chamdiem.provision.postgresql import Role, WantedDatabase, create_databases
from chamdiem_kit.migrate import upgrade

_OWNER, _WRITER = Role("test_owner", "owner"), Role("test_writer", "writer")


class Databases:
    """Makes databases; each package is migrated once a session, by the owner. Services get the writer's address, as in production."""

    def __init__(self, server: EmbeddedPostgres) -> None:
        self._server = server
        self._templates: dict[str, str] = {}

    async def fresh(self, package: str) -> str:
        """The URL of an empty migrated database of the service whose package this is, for the writer."""
        template = await self._template(package)
        name = f"t_{uuid4().hex}"
        await self._execute(f"CREATE DATABASE {name} OWNER {_OWNER.name} TEMPLATE {template} STRATEGY file_copy")
        return self._url(name, _WRITER)

    def owner_url(self, url: str) -> str:
        """The same database for its owner."""
        return self._url(url.rsplit("/", 1)[1], _OWNER)

    async def drop(self, url: str) -> None:
        """Drop a database with whoever is connected to it."""
        await self._execute(f"DROP DATABASE IF EXISTS {url.rsplit('/', 1)[1]} WITH (FORCE)")

    async def shut(self, url: str) -> None:
        """Throw everybody out of a database and let nobody in until `reopen`."""
        name = url.rsplit("/", 1)[1]
        await self._execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
        await self._execute(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")

    async def reopen(self, url: str) -> None:
        """Let everybody in again."""
        await self._execute(f"ALTER DATABASE {url.rsplit('/', 1)[1]} ALLOW_CONNECTIONS true")

    async def _template(self, package: str) -> str:
        if package not in self._templates:
            wanted = WantedDatabase(f"template_{package.replace('.', '_')}", owner=_OWNER, writer=_WRITER)
            await create_databases(self._server.admin_dsn, [wanted])
            await asyncio.to_thread(upgrade, package, self._url(wanted.name, _OWNER))
            self._templates[package] = wanted.name
        return self._templates[package]

    def _url(self, database: str, role: Role) -> str:
        return f"postgresql+asyncpg://{role.name}:{role.password}@127.0.0.1:{self._server.port}/{database}"

    async def _execute(self, statement: str) -> None:
        connection = await asyncpg.connect(self._server.admin_dsn)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()
