"""The contract on SeaweedFS, which the embedded profile uses and a province may choose."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from tests.object_store.contract import ObjectStoreContract, Store, client

from chamdiem.embedded.seaweedfs import EmbeddedSeaweed, S3Keys
from chamdiem.provision.minio import StoreKeys, WantedStore, create_store
from chamdiem_kit.settings import ObjectStoreSettings


@pytest.fixture(scope="session")
async def store(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder: Path = tmp_path_factory.mktemp("seaweedfs")
    async with EmbeddedSeaweed(folder, throwaway=True) as server:
        owner = json.loads((folder / "s3-keys.json").read_text())["owner"]
        keys = (server.writer, server.reader, S3Keys(owner["access"], owner["secret"]))
        yield Store(*(settings_of(server.endpoint, one) for one in keys))


def settings_of(endpoint: str, keys: S3Keys) -> ObjectStoreSettings:
    return ObjectStoreSettings(s3_endpoint=endpoint, s3_access_key=SecretStr(keys.access_key), s3_secret_key=SecretStr(keys.secret_key))


class TestSeaweedFS(ObjectStoreContract):
    async def test_provisioning_makes_its_buckets_where_its_users_are_declared_elsewhere(self, store: Store) -> None:
        root = StoreKeys(store.root.s3_access_key.get_secret_value(), store.root.s3_secret_key.get_secret_value())
        for _ in range(2):
            await create_store(store.root.s3_endpoint, root, WantedStore({}, "more-receiving", "more-evidence"))
        s3 = client(store.root)
        assert (s3.get_object_lock_config("more-evidence").mode, s3.get_bucket_versioning("more-evidence").status) == (
            "COMPLIANCE",
            "Enabled",
        )
        assert s3.get_bucket_lifecycle("more-receiving") is not None
