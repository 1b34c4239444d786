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
from minio.error import MinioAdminException, S3Error
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
    """Make what is missing and mend what differs: buckets, lock, lifecycle, users, policies. `endpoint`: `host:port`.

    Raises the client's `MinioException`, and `urllib3`'s `HTTPError` where the store does not answer.
    """
    await asyncio.to_thread(lambda: _Store(endpoint, root, wanted, secure).create())


class _Store:
    """The blocking half."""

    def __init__(self, endpoint: str, root: StoreKeys, wanted: WantedStore, secure: bool) -> None:
        self._endpoint, self._secure, self._wanted = endpoint, secure, wanted
        # 503: it answers before it has read its users and buckets.
        retries = urllib3.Retry(total=8, backoff_factor=0.1, backoff_max=2, status_forcelist=(503,), allowed_methods=None)
        self._http = urllib3.PoolManager(timeout=urllib3.Timeout(connect=5, read=30), retries=retries)
        self._s3 = self._client(root)
        credentials = StaticProvider(access_key=root.access_key, secret_key=root.secret_key)
        self._admin = MinioAdmin(endpoint=endpoint, credentials=credentials, secure=secure, region=REGION, http_client=self._http)

    def create(self) -> None:
        try:
            self._create_buckets()
            for service, keys in self._wanted.users.items():
                self._create_user(service, keys)
        finally:
            self._http.clear()

    def _client(self, keys: StoreKeys) -> Minio:
        return Minio(
            self._endpoint,
            access_key=keys.access_key,
            secret_key=keys.secret_key,
            secure=self._secure,
            region=REGION,
            http_client=self._http,
        )

    def _create_buckets(self) -> None:
        receiving, evidence = self._wanted.receiving_bucket, self._wanted.evidence_bucket
        if not self._s3.bucket_exists(receiving):
            self._s3.make_bucket(receiving)
        if not self._s3.bucket_exists(evidence):
            self._s3.make_bucket(evidence, object_lock=True)
        self._s3.set_object_lock_config(evidence, ObjectLockConfig(COMPLIANCE, KEPT_YEARS, YEARS))
        expire = Rule(ENABLED, rule_filter=Filter(prefix=""), rule_id="received", expiration=Expiration(days=RECEIVED_FOR_DAYS))
        self._s3.set_bucket_lifecycle(receiving, LifecycleConfig([expire]))

    def _create_user(self, service: str, keys: StoreKeys) -> None:
        text = Template((INFRA / "minio" / f"{service}.json").read_text("utf-8"))
        policy = json.loads(text.substitute(RECEIVING=self._wanted.receiving_bucket, EVIDENCE=self._wanted.evidence_bucket))
        name = f"{keys.access_key}-{self._wanted.evidence_bucket}"
        # Only what differs: each change costs the store a slow hash over 64 MiB.
        if _sorted(policy) == self._policy(name) and self._is_open_to(keys):
            return
        self._admin.policy_add(name, policy=policy)
        self._admin.user_add(keys.access_key, keys.secret_key)
        try:
            self._admin.attach_policy([name], user=keys.access_key)
        except MinioAdminException as fault:
            if "already" not in str(fault):
                raise

    def _policy(self, name: str) -> Any:
        try:
            return _sorted(json.loads(self._admin.policy_info(name)))
        except MinioAdminException as fault:
            if "NoSuch" in str(fault) or "does not exist" in str(fault):
                return None
            raise

    def _is_open_to(self, keys: StoreKeys) -> bool:
        """Whether the user has this secret and a policy that shows it the evidence bucket, as every service's does."""
        try:
            return bool(self._client(keys).bucket_exists(self._wanted.evidence_bucket))
        except S3Error:
            return False


def _sorted(policy: dict[str, Any]) -> Any:
    """A policy in the order in which two of the same meaning are equal; the store keeps none."""
    statements = [
        {**statement, "Action": sorted(statement["Action"]), "Resource": sorted(statement["Resource"])} for statement in policy["Statement"]
    ]
    return sorted(statements, key=json.dumps)
