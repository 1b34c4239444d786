"""The object store: signed uploads into the receiving bucket, checked files under their digest in the evidence bucket.

The client blocks, so everything here that reaches the network is called in a thread; signing does not reach it.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import IO, BinaryIO, cast
from urllib.parse import quote

import urllib3
from minio import Minio
from minio.deleteobjects import DeleteObject
from minio.error import S3Error

from chamdiem_assessment.evidence.signed_put import SigningKey, sign_put
from chamdiem_kit.settings import ObjectStoreSettings
from chamdiem_kit.signed_links import signing_client

_CHUNK = 256 * 1024
_CONNECTIONS = 8
_TIMEOUT_S = 30.0
_MOST_REMEMBERED = 20_000


class ObjectMissing(Exception):
    """There is no such object."""


class ObjectStore:
    """Both buckets, with the writing key."""

    def __init__(self, settings: ObjectStoreSettings) -> None:
        self._settings = settings
        # Digests that are surely kept: the bucket's lock lets nobody take a file out again.
        self._kept: set[str] = set()
        self._client = Minio(
            settings.s3_endpoint,
            access_key=settings.s3_access_key.get_secret_value(),
            secret_key=settings.s3_secret_key.get_secret_value(),
            secure=settings.s3_secure,
            region=settings.s3_region,
            http_client=urllib3.PoolManager(
                maxsize=_CONNECTIONS,
                timeout=urllib3.Timeout(connect=5.0, read=_TIMEOUT_S),
                retries=urllib3.Retry(total=2, backoff_factor=0.2, status_forcelist=(502, 503, 504)),
            ),
        )
        self._signer = signing_client(settings)
        self._signing_key = SigningKey(
            settings.s3_access_key.get_secret_value(), settings.s3_secret_key.get_secret_value(), settings.s3_region
        )

    def signed_upload(self, key: str, size_bytes: int, media_type: str) -> tuple[str, dict[str, str]]:
        """Address and headers of a PUT that may put one file of this very size under `key`, for the minutes of the settings.

        The length is signed too; whoever sends a body says it by himself, a browser lets nobody else say it.
        """
        url = f"{self._settings.link_origin}/{self._settings.receiving_bucket}/{key}"
        said = {"Content-Type": media_type}
        signed = said | {"Content-Length": str(size_bytes)}
        return sign_put(url, signed, self._signing_key, datetime.now(UTC), self._lifetime), said

    def signed_link(self, sha256: str, name: str, media_type: str) -> tuple[str, datetime]:
        """An address that gives the file under its name, and until when."""
        until = datetime.now(UTC) + self._lifetime
        headers: dict[str, str | list[str] | tuple[str]] = {
            "response-content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            "response-content-type": media_type,
        }
        link = self._signer.presigned_get_object(self._settings.evidence_bucket, sha256, self._lifetime, response_headers=headers)
        return link, until

    def received(self, key: str) -> Iterator[bytes]:
        """The uploaded file in pieces. Raises `ObjectMissing`. Blocks."""
        try:
            answer = self._client.get_object(self._settings.receiving_bucket, key)
        except S3Error as fault:
            if fault.code == "NoSuchKey":
                raise ObjectMissing(key) from fault
            raise
        try:
            yield from answer.stream(_CHUNK)
        finally:
            answer.close()
            answer.release_conn()

    def keep(self, sha256: str, file: IO[bytes], size_bytes: int, media_type: str) -> None:
        """Put a checked file under its digest unless it is there already. Blocks."""
        if sha256 in self._kept:
            return
        bucket = self._settings.evidence_bucket
        try:
            self._client.stat_object(bucket, sha256)
        except S3Error as fault:
            if fault.code not in ("NoSuchKey", "NoSuchObject"):
                raise
            file.seek(0)
            self._client.put_object(bucket, sha256, cast(BinaryIO, file), size_bytes, content_type=media_type)
        if len(self._kept) >= _MOST_REMEMBERED:
            self._kept.clear()
        self._kept.add(sha256)

    def remove_received(self, keys: Iterable[str]) -> None:
        """Remove uploaded files; one that is gone is no fault. Raises when the store refuses one. Blocks."""
        refused = list(self._client.remove_objects(self._settings.receiving_bucket, [DeleteObject(key) for key in keys]))
        if refused:
            raise OSError(f"{len(refused)} uploads not removed: {refused[0].code}")

    @property
    def _lifetime(self) -> timedelta:
        return timedelta(minutes=self._settings.link_minutes)
