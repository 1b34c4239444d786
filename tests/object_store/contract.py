"""What every object store must do for us. `TestSeaweedFS` and `TestMinIO` only give the fixture `store`."""

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit, urlunsplit
from uuid import uuid4

import httpx
import pytest
from minio import Minio
from minio.commonconfig import COMPLIANCE, GOVERNANCE
from minio.deleteobjects import DeleteObject
from minio.error import S3Error
from minio.objectlockconfig import DAYS, ObjectLockConfig
from minio.retention import Retention
from tests.support.eventually import eventually

from chamdiem_appraisal.sheet.evidence import EvidenceLinks
from chamdiem_assessment.evidence.object_store import ObjectMissing, ObjectStore
from chamdiem_assessment.evidence.signed_put import SigningKey, sign_put
from chamdiem_assessment.evidence.worker import NOT_RECEIVED, examine
from chamdiem_kit.settings import ObjectStoreSettings

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
PDF_TYPE = "application/pdf"
LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True)
class Store:
    """One running store with our two buckets. `root` may do everything that the store lets anybody do."""

    assessment: ObjectStoreSettings
    appraisal: ObjectStoreSettings
    root: ObjectStoreSettings

    @property
    def receiving(self) -> str:
        return self.assessment.receiving_bucket

    @property
    def evidence(self) -> str:
        return self.assessment.evidence_bucket


def client(settings: ObjectStoreSettings) -> Minio:
    return Minio(
        settings.s3_endpoint,
        access_key=settings.s3_access_key.get_secret_value(),
        secret_key=settings.s3_secret_key.get_secret_value(),
        secure=False,
        region=settings.s3_region,
    )


def put(settings: ObjectStoreSettings, bucket: str, key: str, content: bytes) -> str | None:
    return client(settings).put_object(bucket, key, io.BytesIO(content), len(content)).version_id


def read(settings: ObjectStoreSettings, bucket: str, key: str, version: str | None = None) -> bytes:
    return client(settings).get_object(bucket, key, version_id=version).read()


async def upload(url: str, headers: dict[str, str], content: bytes) -> int:
    """The status of a browser's upload by a signed link."""
    return await status_of(url, "PUT", content, headers)


async def status_of(url: str, method: str = "GET", content: bytes | None = None, headers: dict[str, str] | None = None) -> int:
    async with httpx.AsyncClient() as browser:
        return (await browser.request(method, url, content=content, headers=headers)).status_code


def stored(objects: ObjectStore, key: str) -> bytes:
    return b"".join(objects.received(key))


class ObjectStoreContract:
    async def test_a_signed_link_uploads_one_file_that_is_received_whole(self, store: Store) -> None:
        objects, key = ObjectStore(store.assessment), str(uuid4())
        content = hashlib.sha256(key.encode()).digest() * 20_000
        assert await upload(*objects.signed_upload(key, len(content), PDF_TYPE), content) == 200
        assert stored(objects, key) == content

    async def test_a_file_of_the_greatest_size_is_taken(self, store: Store) -> None:
        assert await upload(*ObjectStore(store.assessment).signed_upload(str(uuid4()), LIMIT, PDF_TYPE), bytes(LIMIT)) == 200

    @pytest.mark.parametrize("size", [0, len(PDF) - 1, len(PDF) + 1, 1024 * 1024])
    async def test_a_file_of_another_size_than_was_signed_is_not_kept(self, store: Store, size: int) -> None:
        objects, key = ObjectStore(store.assessment), str(uuid4())
        assert await upload(*objects.signed_upload(key, len(PDF), PDF_TYPE), bytes(size)) == 403
        with pytest.raises(ObjectMissing):
            stored(objects, key)

    async def test_a_file_whose_length_is_not_said_is_not_kept(self, store: Store) -> None:
        objects, key = ObjectStore(store.assessment), str(uuid4())
        url, headers = objects.signed_upload(key, len(PDF), PDF_TYPE)

        async def pieces() -> AsyncIterator[bytes]:
            yield PDF
            yield bytes(1024)

        async with httpx.AsyncClient() as browser:
            assert (await browser.put(url, content=pieces(), headers=headers)).status_code in (403, 411)
        with pytest.raises(ObjectMissing):
            stored(objects, key)

    async def test_an_upload_changed_in_any_part_is_refused(self, store: Store) -> None:
        objects, key = ObjectStore(store.assessment), str(uuid4())
        url, headers = objects.signed_upload(key, len(PDF), PDF_TYPE)
        for changed in (
            with_path(url, f"/{store.receiving}/{uuid4()}"),
            with_path(url, f"/{store.evidence}/{key}"),
            url.replace("X-Amz-Expires=600", "X-Amz-Expires=6000"),
            url.replace("content-length%3B", ""),
            url[:-1] + ("0" if url[-1] != "0" else "1"),
        ):
            assert changed != url
            assert await upload(changed, headers, PDF) in (400, 403), changed
        assert await upload(url, {"Content-Type": "text/html"}, PDF) == 403
        for method in ("GET", "DELETE", "POST"):
            assert await status_of(url, method, headers=headers) in (400, 403, 405), method
        with pytest.raises(ObjectMissing):
            stored(objects, key)

    async def test_an_upload_whose_time_is_over_is_refused(self, store: Store) -> None:
        keys = store.assessment
        url = f"http://{keys.s3_endpoint}/{store.receiving}/{uuid4()}"
        key = SigningKey(keys.s3_access_key.get_secret_value(), keys.s3_secret_key.get_secret_value(), keys.s3_region)
        for lifetime, status in ((timedelta(minutes=2), 200), (timedelta(minutes=1), 403)):
            link = sign_put(url, {"Content-Length": str(len(PDF))}, key, datetime.now(UTC) - timedelta(seconds=90), lifetime)
            assert await upload(link, {}, PDF) == status

    async def test_a_good_file_is_kept_under_its_digest_once(self, store: Store) -> None:
        objects = ObjectStore(store.assessment)
        content = PDF + uuid4().bytes.hex().encode()
        verdicts = []
        for _ in range(2):
            key = str(uuid4())
            await upload(*objects.signed_upload(key, len(content), PDF_TYPE), content)
            # Another process knows nothing of what the first has kept.
            verdicts.append(await asyncio.to_thread(examine, ObjectStore(store.assessment), None, key, "Báo cáo.pdf"))
        digest = hashlib.sha256(content).hexdigest()
        assert [(v.refusal, v.sha256, v.size_bytes) for v in verdicts] == [(None, digest, len(content))] * 2
        versions = list(client(store.root).list_objects(store.evidence, prefix=digest, include_version=True))
        assert len(versions) == 1
        assert read(store.assessment, store.evidence, digest) == content

    async def test_a_file_that_never_arrived_is_missing_and_removing_it_is_no_fault(self, store: Store) -> None:
        objects = ObjectStore(store.assessment)
        assert (await asyncio.to_thread(examine, objects, None, str(uuid4()), "a.pdf")).refusal == NOT_RECEIVED
        objects.remove_received([str(uuid4())])

    async def test_received_files_are_removed_together(self, store: Store) -> None:
        objects, keys = ObjectStore(store.assessment), [str(uuid4()) for _ in range(3)]
        for key in keys:
            put(store.assessment, store.receiving, key, b"x")
        objects.remove_received(keys)
        for key in keys:
            with pytest.raises(ObjectMissing):
                stored(objects, key)

    async def test_a_link_gives_the_file_under_its_vietnamese_name(self, store: Store) -> None:
        digest = kept(store)
        name = "Báo cáo số 1 (đã ký).pdf"
        links = [
            ObjectStore(store.assessment).signed_link(digest, name, "application/pdf")[0],
            EvidenceLinks(store.appraisal).sign(digest, name),
        ]
        async with httpx.AsyncClient() as browser:
            for link in links:
                answer = await browser.get(link)
                assert (answer.status_code, answer.content) == (200, PDF)
                assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''B%C3%A1o%20c%C3%A1o")

    async def test_a_link_gives_a_part_of_a_file(self, store: Store) -> None:
        link = EvidenceLinks(store.appraisal).sign(kept(store), "a.pdf")
        async with httpx.AsyncClient() as browser:
            answer = await browser.get(link, headers={"Range": "bytes=1-3"})
        assert (answer.status_code, answer.content) == (206, b"PDF")

    async def test_a_link_holds_for_nothing_but_what_it_was_signed_for(self, store: Store) -> None:
        link = EvidenceLinks(store.appraisal).sign(kept(store), "a.pdf")
        parts = urlsplit(link)
        for changed in (
            with_path(link, parts.path[:-1] + ("0" if parts.path[-1] != "0" else "1")),
            link.replace("a.pdf", "b.exe"),
            link.replace("X-Amz-Expires=600", "X-Amz-Expires=6000"),
            link[:-1] + ("0" if link[-1] != "0" else "1"),
            urlunsplit(parts._replace(query="")),
        ):
            assert changed != link
            assert await status_of(changed) == 403, changed
        assert await status_of(link, "PUT", b"x") == 403
        assert await status_of(link, "DELETE") == 403

    async def test_a_link_ends(self, store: Store) -> None:
        link = client(store.appraisal).presigned_get_object(store.evidence, kept(store), expires=timedelta(seconds=1))

        async def refused() -> bool:
            return await status_of(link) == 403

        await eventually(refused)

    async def test_the_reading_key_reads_evidence_and_does_nothing_else(self, store: Store) -> None:
        digest, key = kept(store), str(uuid4())
        put(store.assessment, store.receiving, key, PDF)
        assert read(store.appraisal, store.evidence, digest) == PDF
        reader = client(store.appraisal)
        for refused in (
            lambda: read(store.appraisal, store.receiving, key),
            lambda: put(store.appraisal, store.evidence, digest, b"changed"),
            lambda: put(store.appraisal, store.evidence, key, b"new"),
            lambda: put(store.appraisal, store.receiving, key, b"changed"),
            lambda: reader.remove_object(store.evidence, digest),
            lambda: reader.remove_object(store.receiving, key),
            lambda: list(reader.list_objects(store.receiving)),
            lambda: reader.make_bucket("another"),
            lambda: reader.set_object_lock_config(store.evidence, ObjectLockConfig(GOVERNANCE, 1, DAYS)),
        ):
            with pytest.raises(S3Error, match="AccessDenied"):
                refused()
        assert await status_of(reader.presigned_put_object(store.evidence, digest), "PUT", b"x") == 403

    async def test_a_version_of_evidence_is_removed_or_freed_by_nobody(self, store: Store) -> None:
        digest = uuid4().hex
        version = put(store.assessment, store.evidence, digest, b"first")
        assert version
        put(store.assessment, store.evidence, digest, b"second")
        for settings in (store.assessment, store.appraisal, store.root):
            s3 = client(settings)
            with pytest.raises(S3Error):
                s3.remove_object(store.evidence, digest, version_id=version)
            # With the header that lifts the weaker kind of lock.
            refused = list(s3.remove_objects(store.evidence, [DeleteObject(digest, version)], bypass_governance_mode=True))
            assert refused
            with pytest.raises(S3Error):
                s3.set_object_retention(store.evidence, digest, Retention(COMPLIANCE, datetime.now(UTC) + timedelta(days=1)), version)
            with pytest.raises(S3Error):
                s3.set_object_retention(store.evidence, digest, Retention(GOVERNANCE, datetime.now(UTC) + timedelta(days=4000)), version)
        assert read(store.appraisal, store.evidence, digest, version) == b"first"

    async def test_evidence_is_locked_for_ten_years_from_its_writing(self, store: Store) -> None:
        retention = client(store.root).get_object_retention(store.evidence, kept(store))
        assert retention is not None
        assert retention.mode == COMPLIANCE
        assert timedelta(days=3649) < retention.retain_until_date - datetime.now(UTC) < timedelta(days=3654)

    async def test_the_writing_key_changes_no_bucket(self, store: Store) -> None:
        s3 = client(store.assessment)
        for refused in (
            lambda: s3.make_bucket("another"),
            lambda: s3.remove_bucket(store.receiving),
            lambda: s3.set_object_lock_config(store.evidence, ObjectLockConfig(GOVERNANCE, 1, DAYS)),
            lambda: s3.set_bucket_policy(store.evidence, "{}"),
            lambda: s3.delete_object_lock_config(store.evidence),
        ):
            with pytest.raises(S3Error, match="AccessDenied"):
                refused()

    async def test_wrong_keys_and_none_are_refused(self, store: Store) -> None:
        wrong = store.assessment.model_copy(update={"s3_secret_key": store.appraisal.s3_secret_key})
        with pytest.raises(S3Error, match="SignatureDoesNotMatch"):
            put(wrong, store.receiving, "x", b"x")
        for bucket in (store.receiving, store.evidence):
            for path in ("", "/x"):
                assert await status_of(f"http://{store.assessment.s3_endpoint}/{bucket}{path}") == 403
                assert await status_of(f"http://{store.assessment.s3_endpoint}/{bucket}/x", "PUT", b"x") == 403

    async def test_many_uploads_at_once_all_arrive(self, store: Store) -> None:
        objects = ObjectStore(store.assessment)
        keys = [str(uuid4()) for _ in range(24)]
        statuses = await asyncio.gather(*(upload(*objects.signed_upload(key, len(key), PDF_TYPE), key.encode()) for key in keys))
        assert set(statuses) == {200}
        assert [await asyncio.to_thread(stored, objects, key) for key in keys] == [key.encode() for key in keys]


def kept(store: Store) -> str:
    """The digest of a file that is evidence."""
    digest = hashlib.sha256(PDF).hexdigest()
    ObjectStore(store.assessment).keep(digest, io.BytesIO(PDF), len(PDF), "application/pdf")
    return digest


def with_path(url: str, path: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=path))
