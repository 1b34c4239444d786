"""A PostgreSQL that keeps what it acknowledged, as production does, for all measurements."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from pathlib import Path

import pytest
import uvloop
from tests.support.databases import Databases

from chamdiem.embedded.postgres import EmbeddedPostgres


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The client's loop has to be as quick as the server's."""
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture(scope="session")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[EmbeddedPostgres]:
    """The database server, fsync on."""
    folder: Path = tmp_path_factory.mktemp("postgres")
    async with EmbeddedPostgres(folder, durable=True) as running:
        yield running


@pytest.fixture(scope="session")
async def databases(server: EmbeddedPostgres) -> Databases:
    """Fresh databases on it."""
    return Databases(server)
