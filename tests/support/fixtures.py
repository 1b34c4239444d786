"""The fixtures themselves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.support.databases import Databases
from tests.support.issuer import Issuer

from chamdiem.embedded.postgres import EmbeddedPostgres


@pytest.fixture(scope="session")
async def databases(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Databases]:
    """Databases on a PostgreSQL that lives as long as the test session (one for each worker)."""
    folder: Path = tmp_path_factory.mktemp("postgres")
    async with EmbeddedPostgres(folder, durable=False) as server:
        yield Databases(server)


@pytest.fixture(scope="session")
async def issuer() -> AsyncIterator[Issuer]:
    """An OpenID provider outside the house."""
    provider = Issuer()
    await provider.start()
    yield provider
    await provider.stop()
