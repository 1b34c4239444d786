"""An object store broken on purpose."""

import json
from uuid import uuid4

import pytest
from minio import Minio, MinioAdmin
from minio.commonconfig import ENABLED, Filter
from minio.credentials.providers import StaticProvider
from minio.lifecycleconfig import Expiration, LifecycleConfig, Rule
from pydantic import SecretStr

from chamdiem.doctor.finding import Finding
from chamdiem.doctor.store import examine_store
from chamdiem.provision.minio import REGION, StoreKeys, WantedStore, create_store
from chamdiem.servers.minio import MinIO
from chamdiem_kit.settings import ObjectStoreSettings


class Sick:
    """Buckets and users of their own, provisioned, to be broken by the root."""

    def __init__(self, server: MinIO) -> None:
        own = uuid4().hex[:8]
        users = {service: StoreKeys(f"{service}-{own}"[:20], uuid4().hex) for service in ("assessment", "appraisal")}
        self.server = server
        self.wanted = WantedStore(users, f"receiving-{own}", f"evidence-{own}")
        root = server.root
        self.s3 = Minio(server.address, access_key=root.access_key, secret_key=root.secret_key, secure=False, region=REGION)
        credentials = StaticProvider(access_key=root.access_key, secret_key=root.secret_key)
        self.admin = MinioAdmin(endpoint=server.address, credentials=credentials, secure=False, region=REGION)

    def allow(self, service: str, *actions: str) -> None:
        """Give the user's policy these actions on both buckets, and nothing else."""
        keys = self.wanted.users[service]
        resources = [
            f"arn:aws:s3:::{bucket}{end}" for bucket in (self.wanted.receiving_bucket, self.wanted.evidence_bucket) for end in ("", "/*")
        ]
        policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": list(actions), "Resource": resources}]}
        self.admin.policy_add(f"{keys.access_key}-{self.wanted.evidence_bucket}", policy=json.loads(json.dumps(policy)))

    async def said(self, service: str, **changed: object) -> list[Finding]:
        keys = self.wanted.users[service]
        settings = ObjectStoreSettings(
            s3_endpoint=self.server.address,
            s3_access_key=SecretStr(keys.access_key),
            s3_secret_key=SecretStr(keys.secret_key),
            receiving_bucket=self.wanted.receiving_bucket,
            evidence_bucket=self.wanted.evidence_bucket,
        )
        return await examine_store(service, settings.model_copy(update=changed))


@pytest.fixture
async def sick(minio: MinIO) -> Sick:
    made = Sick(minio)
    await create_store(minio.address, minio.root, made.wanted)
    return made


def only(found: list[Finding]) -> tuple[str, str]:
    (one,) = found
    return one.state, one.sentence


@pytest.mark.parametrize("service", ["assessment", "appraisal"])
async def test_a_store_as_provisioned_is_well(sick: Sick, service: str) -> None:
    assert only(await sick.said(service))[0] == "well"
    assert [item.object_name for item in sick.s3.list_objects(sick.wanted.receiving_bucket)] == []


@pytest.mark.parametrize("service", ["assessment", "appraisal"])
async def test_keys_that_the_store_does_not_know_are_named(sick: Sick, service: str) -> None:
    for field in ("s3_access_key", "s3_secret_key"):
        state, sentence = only(await sick.said(service, **{field: SecretStr("none-such-key")}))
        assert (state, "s3_access_key" in sentence) == ("fault", True), sentence


async def test_a_store_that_does_not_answer_is_named(sick: Sick, unused_tcp_port: int) -> None:
    state, sentence = only(await sick.said("assessment", s3_endpoint=f"127.0.0.1:{unused_tcp_port}"))
    assert (state, "s3_endpoint" in sentence) == ("fault", True)


async def test_a_bucket_that_is_missing_is_named(sick: Sick) -> None:
    sick.s3.remove_bucket(sick.wanted.receiving_bucket)
    state, sentence = only(await sick.said("assessment"))
    assert (state, sick.wanted.receiving_bucket in sentence) == ("fault", True)


async def test_a_bucket_without_versions_and_lock_is_named(sick: Sick) -> None:
    sick.s3.remove_bucket(sick.wanted.evidence_bucket)
    sick.s3.make_bucket(sick.wanted.evidence_bucket)
    said = " ".join(finding.sentence for finding in await sick.said("assessment"))
    assert "không giữ các phiên bản" in said
    assert "không có thời hạn lưu giữ" in said


async def test_a_bucket_whose_lock_keeps_nothing_is_named(sick: Sick) -> None:
    sick.s3.delete_object_lock_config(sick.wanted.evidence_bucket)
    assert "thời hạn lưu giữ" in only(await sick.said("assessment"))[1]


async def test_uploads_that_nobody_clears_away_are_named(sick: Sick) -> None:
    sick.s3.delete_bucket_lifecycle(sick.wanted.receiving_bucket)
    assert "không tự dọn" in only(await sick.said("assessment"))[1]
    kept = Rule(ENABLED, rule_filter=Filter(prefix=""), rule_id="received", expiration=Expiration(days=7))
    sick.s3.set_bucket_lifecycle(sick.wanted.receiving_bucket, LifecycleConfig([kept]))
    assert only(await sick.said("assessment"))[0] == "well"


async def test_rights_too_many_are_named(sick: Sick) -> None:
    sick.allow("assessment", "s3:*")
    assert f"xóa được ở ngăn {sick.wanted.evidence_bucket}" in only(await sick.said("assessment"))[1]
    sick.allow("appraisal", "s3:*")
    said = " ".join(finding.sentence for finding in await sick.said("appraisal"))
    assert f"ghi được vào ngăn {sick.wanted.evidence_bucket}" in said
    assert f"đọc được ngăn {sick.wanted.receiving_bucket}" in said


async def test_rights_too_few_are_named(sick: Sick) -> None:
    sick.allow("appraisal", "s3:GetBucketLocation")
    assert f"không đọc được ngăn {sick.wanted.evidence_bucket}" in only(await sick.said("appraisal"))[1]
    reading = ("s3:ListBucket", "s3:GetBucketVersioning", "s3:GetBucketObjectLockConfiguration", "s3:GetLifecycleConfiguration")
    sick.allow("assessment", *reading)
    said = " ".join(finding.sentence for finding in await sick.said("assessment"))
    assert f"không ghi, đọc, xóa được ở ngăn {sick.wanted.receiving_bucket}" in said
    assert f"không ghi được vào ngăn {sick.wanted.evidence_bucket}" in said
