"""One service's database on the real server, to be broken on purpose."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import uuid4

import asyncpg

from chamdiem.provision.postgresql import Role, WantedDatabase, create_databases
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem_kit.migrate import upgrade


class SickDatabase:
    """Provisioned and migrated; `writer` and `owner` are its URLs."""

    def __init__(self, server: PostgreSQL, service: str) -> None:
        name = f"t_{uuid4().hex[:16]}"
        self.server, self.service, self.name = server, service, name
        self.wanted = WantedDatabase(name, owner=Role(f"{name}_owner", "owner"), writer=Role(name, "writer"))

    @property
    def writer(self) -> str:
        return self.wanted.url(self.server.address, Role(self.name, "writer"))

    @property
    def owner(self) -> str:
        return self.wanted.url(self.server.address, self.wanted.owner)

    async def migrate(self) -> None:
        await asyncio.to_thread(upgrade, f"chamdiem_{self.service}", self.owner)

    async def break_by(self, statement: str) -> None:
        """As the server's superuser, in this database; `{writer}`, `{owner}` stand for the roles."""
        await self._do(self.server.admin_dsn.rpartition("/")[0] + f"/{self.name}", statement)

    async def _do(self, dsn: str, statement: str) -> Any:
        line = await asyncpg.connect(dsn, ssl=False)
        try:
            await line.execute(statement.replace("{writer}", self.name).replace("{owner}", f"{self.name}_owner"))
        finally:
            await line.close()

    async def drop(self) -> None:
        await self._do(self.server.admin_dsn, f"DROP DATABASE {self.name} WITH (FORCE)")
        for role in self.wanted.roles:
            await self._do(self.server.admin_dsn, f"DROP ROLE {role.name}")


@asynccontextmanager
async def sick_database(server: PostgreSQL, service: str, *, migrated: bool = True) -> AsyncIterator[SickDatabase]:
    """One for a test, gone afterwards."""
    made = SickDatabase(server, service)
    await create_databases(server.admin_dsn, [made.wanted])
    try:
        if migrated:
            await made.migrate()
        yield made
    finally:
        await made.drop()
