"""The contract on MinIO behind nginx, as containers have it: every signed link goes through the one address people know."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from tests.edge.conftest import StartNginx, start_nginx  # noqa: F401  a fixture
from tests.object_store.contract import ObjectStoreContract, Store
from tests.support.real_servers import RealServers

from chamdiem.provision.minio import StoreKeys
from chamdiem.servers.minio import MinIO
from chamdiem_kit.settings import ObjectStoreSettings


@pytest.fixture(scope="session")
async def store(real_servers: RealServers, start_nginx: StartNginx) -> AsyncIterator[Store]:  # noqa: F811
    server = await real_servers.have("minio")
    assert isinstance(server, MinIO)
    async with start_nginx(object_store=(server.address,)) as (front, _):

        def settings_of(keys: StoreKeys) -> ObjectStoreSettings:
            return ObjectStoreSettings(
                s3_endpoint=server.address,
                s3_access_key=SecretStr(keys.access_key),
                s3_secret_key=SecretStr(keys.secret_key),
                s3_public_origin=front.url,
            )

        # The buckets have their usual names: nginx leads to no others.
        yield Store(*(settings_of(keys) for keys in (server.user("assessment"), server.user("appraisal"), server.root)))


class TestMinIOBehindNginx(ObjectStoreContract):
    pass
