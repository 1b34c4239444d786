"""The object store's buckets, and a user for each service with only what it needs (policies in `infra/minio`)."""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Template
from typing import Any

import urllib3
from minio import Minio, MinioAdmin
from minio.commonconfig import COMPLIANCE, ENABLED, Filter
from minio.credentials.providers import StaticProvider
from minio.error import MinioAdminException
from minio.lifecycleconfig import Expiration, LifecycleConfig, Rule
from minio.objectlockconfig import YEARS, ObjectLockConfig

from chamdiem.provision.declarations import INFRA

RECEIVING_BUCKET = "chamdiem-receiving"
EVIDENCE_BUCKET = "chamdiem-evidence"
REGION = "us-east-1"
SERVICES = ("assessment", "appraisal")
"""Those that reach the object store; each has a policy of its name."""
KEPT_YEARS = 10
"""As in the embedded profile: evidence must outlive the period and its complaints."""
RECEIVED_FOR_DAYS = 7
"""An upload is judged within minutes; what nobody came back for goes after this."""


@dataclass(frozen=True)
class StoreKeys:
    """A user of the object store. Names are 3 to 20 characters, secrets 8 to 40."""

    access_key: str
    secret_key: str = field(repr=False)


@dataclass(frozen=True)
class WantedStore:
    """Two buckets and their users (service → keys)."""

    users: Mapping[str, StoreKeys]
    receiving_bucket: str = RECEIVING_BUCKET
    evidence_bucket: str = EVIDENCE_BUCKET


async def create_store(endpoint: str, root: StoreKeys, wanted: WantedStore, *, secure: bool = False) -> None:
    """Make what is missing and say lock, lifecycle, policies and secrets again. `endpoint`: `host:port`.

    Raises the client's `S3Error`, `MinioAdminException`, and `urllib3`'s where the store does not answer.
    """
    await asyncio.to_thread(_create, endpoint, root, wanted, secure)


def _create(endpoint: str, root: StoreKeys, wanted: WantedStore, secure: bool) -> None:
    http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=30), retries=urllib3.Retry(total=3, backoff_factor=0.2))
    s3 = Minio(endpoint, access_key=root.access_key, secret_key=root.secret_key, secure=secure, region=REGION, http_client=http)
    admin = MinioAdmin(
        endpoint=endpoint,
        credentials=StaticProvider(access_key=root.access_key, secret_key=root.secret_key),
        secure=secure,
        region=REGION,
        http_client=http,
    )
    try:
        _create_buckets(s3, wanted)
        for service, keys in wanted.users.items():
            _create_user(admin, service, keys, wanted)
    finally:
        http.clear()


def _create_buckets(s3: Minio, wanted: WantedStore) -> None:
    if not s3.bucket_exists(wanted.receiving_bucket):
        s3.make_bucket(wanted.receiving_bucket)
    if not s3.bucket_exists(wanted.evidence_bucket):
        s3.make_bucket(wanted.evidence_bucket, object_lock=True)
    s3.set_object_lock_config(wanted.evidence_bucket, ObjectLockConfig(COMPLIANCE, KEPT_YEARS, YEARS))
    expire = Rule(ENABLED, rule_filter=Filter(prefix=""), rule_id="received", expiration=Expiration(days=RECEIVED_FOR_DAYS))
    s3.set_bucket_lifecycle(wanted.receiving_bucket, LifecycleConfig([expire]))


def _create_user(admin: Any, service: str, keys: StoreKeys, wanted: WantedStore) -> None:
    text = Template((INFRA / "minio" / f"{service}.json").read_text("utf-8"))
    policy = json.loads(text.substitute(RECEIVING=wanted.receiving_bucket, EVIDENCE=wanted.evidence_bucket))
    name = f"{keys.access_key}-{wanted.evidence_bucket}"
    admin.policy_add(name, policy=policy)
    admin.user_add(keys.access_key, keys.secret_key)
    try:
        admin.attach_policy([name], user=keys.access_key)
    except MinioAdminException as fault:
        if "already" not in str(fault):
            raise
