"""One database a service. A route opens its transaction itself and returns outside it, so that a 2xx is never older than the commit."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy import MetaData
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


def table_base() -> type[SQLModel]:
    """A base for one service's tables, with a registry of its own, so that two services may each have a table of the same name."""

    class Table(SQLModel, registry=registry(metadata=MetaData(naming_convention=_NAMES))):
        pass

    return Table


class Database:
    """The engine of one service. `transaction()` commits when its block ends well and rolls back otherwise."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.url = url
        self.engine: AsyncEngine = create_async_engine(
            url,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_pre_ping=False,
            hide_parameters=True,  # values stay out of error texts, and so out of logs
            pool_timeout=10,
            connect_args={"timeout": 10, "command_timeout": 60},
        )

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncConnection]:
        """A read-write transaction (READ COMMITTED)."""
        async with self.engine.begin() as tx:
            yield tx

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncConnection]:
        """A read-only transaction that sees one instant; for lists, reports and exports."""
        async with self.engine.connect() as connection:
            reading = await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            async with reading.begin():
                yield reading

    @asynccontextmanager
    async def driver(self) -> AsyncIterator["asyncpg.Connection[Any]"]:
        """The driver's own connection from the same pool, each statement a transaction of its own; for the hottest writes."""
        async with self.engine.connect() as connection:
            pooled = await connection.get_raw_connection()
            driver: asyncpg.Connection[Any] = pooled.driver_connection
            yield driver

    async def close(self) -> None:
        """Give all connections back."""
        await self.engine.dispose()


def asyncpg_url(url: str) -> str:
    """The URL as the driver itself takes it."""
    return url.replace("postgresql+asyncpg://", "postgresql://", 1)


async def connect_driver(url: str) -> "asyncpg.Connection[Any]":
    """A connection of the driver's own, for LISTEN and for advisory locks that must outlive a transaction."""
    return await asyncpg.connect(asyncpg_url(url), timeout=10)
