"""One database a service. A route opens its transaction itself and returns outside it, so that a 2xx is never older than the commit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import MetaData
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

from chamdiem_kit.driver_pool import DriverPool, Lent

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
_DRIVER_CONNECTIONS = 4
"""Enough for one process: a statement takes a fraction of a millisecond."""


def table_base() -> type[SQLModel]:
    """A base for one service's tables, with a registry of its own, so that two services may each have a table of the same name."""

    class Table(SQLModel, registry=registry(metadata=MetaData(naming_convention=_NAMES))):
        pass

    return Table


class Database:
    """The engine of one service. `transaction()` commits when its block ends well and rolls back otherwise."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.url = url
        self._drivers = DriverPool(self._connect_driver, _DRIVER_CONNECTIONS)
        self.engine: AsyncEngine = create_async_engine(
            url,
            # None above the pool's size: such a line would be made, and all statements prepared on it, for one request.
            pool_size=2 * pool_size,
            max_overflow=0,
            pool_use_lifo=True,
            pool_pre_ping=False,
            hide_parameters=True,  # values stay out of error texts, and so out of logs
            pool_timeout=10,
            connect_args={"timeout": 10, "command_timeout": 60, "ssl": _tls(url)},
        )
        self._each_alone = self.engine.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """A read-write transaction (READ COMMITTED)."""
        async with self.engine.begin() as tx:
            yield tx

    @asynccontextmanager
    async def one_read(self) -> AsyncIterator[AsyncConnection]:
        """For a single statement that reads: one round trip instead of three, since none begins and ends a transaction around it."""
        async with self._each_alone.connect() as connection:
            yield connection

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A read-only transaction that sees one instant; for lists, reports and exports."""
        async with self.engine.connect() as connection:
            reading = await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            async with reading.begin():
                yield reading

    def driver(self) -> Lent:
        """`async with database.driver() as connection:` lends the driver's own connection, each statement a transaction of its own.

        For the hottest operations. A lost line is `Unavailable`; other faults are the driver's.
        """
        return Lent(self._drivers)

    async def _connect_driver(self) -> "asyncpg.Connection[Any]":
        return await asyncpg.connect(asyncpg_url(self.url), timeout=10, command_timeout=60, ssl=_tls(self.url))

    async def close(self) -> None:
        """Give all connections back."""
        self._drivers.close()
        await self.engine.dispose()


def _tls(url: str) -> str | bool:
    """Within one machine nothing is encrypted, and nobody asks whether it could be; else as the server offers."""
    return False if make_url(url).host in {"127.0.0.1", "localhost", "::1"} else "prefer"


def asyncpg_url(url: str) -> str:
    """The URL as the driver itself takes it."""
    return url.replace("postgresql+asyncpg://", "postgresql://", 1)


async def connect_driver(url: str) -> "asyncpg.Connection[Any]":
    """A connection of the driver's own, for LISTEN and for advisory locks that must outlive a transaction."""
    return await asyncpg.connect(asyncpg_url(url), timeout=10, ssl=_tls(url))
