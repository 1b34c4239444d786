"""The driver's own connections: lent again and again, but none that somebody left in the middle of something."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from tests.support.databases import Databases

from chamdiem_kit.db import Database


@pytest.fixture
async def database(databases: Databases) -> AsyncIterator[Database]:
    database = Database(await databases.fresh("chamdiem_assessment"))
    yield database
    await database.close()


async def backend(database: Database, statement: str = "SELECT pg_backend_pid()") -> int:
    async with database.driver() as connection:
        return int(await connection.fetchval(statement))


async def test_the_connection_given_back_last_is_lent_first(database: Database) -> None:
    assert await backend(database) == await backend(database)
    with pytest.raises(ZeroDivisionError):
        async with database.driver():
            raise ZeroDivisionError
    assert await backend(database) == await backend(database)


async def test_a_connection_whose_statement_was_cancelled_is_not_lent_again(database: Database) -> None:
    first = await backend(database)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.05):
            await backend(database, "SELECT count(*) FROM pg_sleep(60)")
    assert await backend(database) != first


async def test_more_than_there_are_connections_wait_for_one(database: Database) -> None:
    pids = await asyncio.gather(*(backend(database, "SELECT pg_backend_pid() FROM pg_sleep(0.01)") for _ in range(50)))
    assert 1 < len(set(pids)) <= 4
