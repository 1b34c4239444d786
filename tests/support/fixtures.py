"""The fixtures themselves."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.support.databases import Databases
from tests.support.issuer import Issuer

from chamdiem.embedded.postgres import EmbeddedPostgres
from chamdiem.embedded.seaweedfs import EmbeddedSeaweed
from chamdiem_kit.settings import ObjectStoreSettings


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


@pytest.fixture(scope="session")
async def object_store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[ObjectStoreSettings]:
    """An object store of this test session, as assessment's writing key reaches it."""
    async with EmbeddedSeaweed(tmp_path_factory.mktemp("evidence-store")) as server:
        yield ObjectStoreSettings(
            s3_endpoint=server.endpoint,
            s3_access_key=SecretStr(server.writer.access_key),
            s3_secret_key=SecretStr(server.writer.secret_key),
        )
