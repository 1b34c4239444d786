"""The contract on MinIO, and what its users and its web addresses are held to."""

from uuid import uuid4

import httpx
import pytest
from minio.error import S3Error
from pydantic import SecretStr
from tests.object_store.contract import ObjectStoreContract, Store, client, kept, put, read
from tests.support.real_servers import RealServers

from chamdiem.provision.minio import RECEIVED_FOR_DAYS, StoreKeys, WantedStore, create_store
from chamdiem.servers.minio import MinIO
from chamdiem_kit.settings import ObjectStoreSettings


@pytest.fixture(scope="session")
async def server(real_servers: RealServers) -> MinIO:
    server = await real_servers.have("minio")
    assert isinstance(server, MinIO)
    return server


def a_wanted_store() -> WantedStore:
    """Buckets and users of their own."""
    own = uuid4().hex[:10]
    users = {service: StoreKeys(f"{service}-{own}"[:20], uuid4().hex) for service in ("assessment", "appraisal")}
    return WantedStore(users, f"receiving-{own}", f"evidence-{own}")


def settings_of(server: MinIO, wanted: WantedStore, keys: StoreKeys) -> ObjectStoreSettings:
    return ObjectStoreSettings(
        s3_endpoint=server.address,
        s3_access_key=SecretStr(keys.access_key),
        s3_secret_key=SecretStr(keys.secret_key),
        receiving_bucket=wanted.receiving_bucket,
        evidence_bucket=wanted.evidence_bucket,
    )


async def made(server: MinIO, wanted: WantedStore) -> Store:
    await create_store(server.address, server.root, wanted)
    keys = (wanted.users["assessment"], wanted.users["appraisal"], server.root)
    return Store(*(settings_of(server, wanted, one) for one in keys))


@pytest.fixture(scope="session")
async def store(server: MinIO) -> Store:
    return await made(server, a_wanted_store())


class TestMinIO(ObjectStoreContract):
    async def test_the_writing_key_hides_no_evidence_either(self, store: Store) -> None:
        digest = kept(store)
        with pytest.raises(S3Error, match="AccessDenied"):
            client(store.assessment).remove_object(store.evidence, digest)
        assert read(store.appraisal, store.evidence, digest)

    async def test_no_key_reaches_the_buckets_of_another(self, store: Store, server: MinIO) -> None:
        other = await made(server, a_wanted_store())
        digest = kept(other)
        for settings in (store.assessment, store.appraisal):
            with pytest.raises(S3Error, match="AccessDenied"):
                read(settings, other.evidence, digest)
            with pytest.raises(S3Error, match="AccessDenied"):
                put(settings, other.receiving, "x", b"x")

    async def test_what_was_received_and_never_judged_goes_after_some_days(self, store: Store) -> None:
        rules = client(store.root).get_bucket_lifecycle(store.receiving)
        assert rules is not None
        assert [(rule.status, rule.expiration and rule.expiration.days) for rule in rules.rules] == [("Enabled", RECEIVED_FOR_DAYS)]
        with pytest.raises(S3Error, match="AccessDenied"):
            client(store.assessment).delete_bucket_lifecycle(store.receiving)

    async def test_only_the_web_address_may_upload_from_a_browser(self, store: Store, server: MinIO) -> None:
        asked = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type"}
        async with httpx.AsyncClient() as browser:
            allowed = {
                origin: (
                    await browser.options(f"http://{server.address}/{store.receiving}", headers={"Origin": origin, **asked})
                ).headers.get("access-control-allow-origin")
                for origin in (server.place.public_origin, "http://evil.example")
            }
        assert allowed == {server.place.public_origin: server.place.public_origin, "http://evil.example": None}

    async def test_provisioning_again_keeps_what_is_stored_and_sets_a_new_secret(self, server: MinIO) -> None:
        wanted = a_wanted_store()
        before = await made(server, wanted)
        digest = kept(before)
        changed = WantedStore(
            {**wanted.users, "appraisal": StoreKeys(wanted.users["appraisal"].access_key, uuid4().hex)},
            wanted.receiving_bucket,
            wanted.evidence_bucket,
        )
        after = await made(server, changed)
        assert read(after.appraisal, after.evidence, digest) == read(before.assessment, before.evidence, digest)
        with pytest.raises(S3Error, match="SignatureDoesNotMatch"):
            read(before.appraisal, before.evidence, digest)

    async def test_the_services_keys_administer_nothing(self, server: MinIO) -> None:
        wanted = a_wanted_store()
        await made(server, wanted)
        for keys in wanted.users.values():
            with pytest.raises(Exception, match="AccessDenied"):
                await create_store(server.address, keys, a_wanted_store())
