"""A database for each test, cloned from a migrated template, on a PostgreSQL of this test session."""

import asyncio
from uuid import uuid4

import asyncpg

from chamdiem.embedded.postgres import EmbeddedPostgres
from chamdiem_kit.migrate import upgrade


class Databases:
    """Makes databases; each package is migrated once a session."""

    def __init__(self, server: EmbeddedPostgres) -> None:
        self._server = server
        self._templates: dict[str, str] = {}

    async def fresh(self, package: str) -> str:
        """The URL of an empty migrated database of the service whose package this is."""
        template = await self._template(package)
        name = f"t_{uuid4().hex}"
        await self._execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return self._url(name)

    async def drop(self, url: str) -> None:
        """Drop a database with whoever is connected to it."""
        await self._execute(f"DROP DATABASE IF EXISTS {url.rsplit('/', 1)[1]} WITH (FORCE)")

    async def _template(self, package: str) -> str:
        if package not in self._templates:
            name = f"template_{package.replace('.', '_')}"
            await self._execute(f"CREATE DATABASE {name}")
            await asyncio.to_thread(upgrade, package, self._url(name))
            self._templates[package] = name
        return self._templates[package]

    def _url(self, database: str) -> str:
        base = self._server.admin_dsn.rsplit("/", 1)[0].replace("postgresql://", "postgresql+asyncpg://", 1)
        return f"{base}/{database}"

    async def _execute(self, statement: str) -> None:
        connection = await asyncpg.connect(self._server.admin_dsn)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()
