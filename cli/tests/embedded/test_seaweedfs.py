import io
import json
import os
import signal
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from minio import Minio
from minio.error import S3Error

from chamdiem.embedded.seaweedfs import EVIDENCE_BUCKET, RECEIVING_BUCKET, REGION, EmbeddedSeaweed, S3Keys

from .waiting import names_in


def client(seaweed: EmbeddedSeaweed, keys: S3Keys) -> Minio:
    return Minio(seaweed.endpoint, access_key=keys.access_key, secret_key=keys.secret_key, secure=False, region=REGION)


def put(s3: Minio, bucket: str, name: str, content: bytes) -> str | None:
    return s3.put_object(bucket, name, io.BytesIO(content), len(content)).version_id


@pytest.fixture(scope="module")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("s3") / "evidence"


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def seaweed(store_folder: Path) -> AsyncIterator[EmbeddedSeaweed]:
    async with EmbeddedSeaweed(store_folder) as running:
        yield running


def assert_locked(seaweed: EmbeddedSeaweed, folder: Path, name: str, version: str | None) -> None:
    """Not even the store's owner, who may do everything else, removes that version."""
    owner = json.loads((folder / "s3-keys.json").read_text())["owner"]
    for keys in (seaweed.writer, S3Keys(owner["access"], owner["secret"])):
        with pytest.raises(S3Error, match="AccessDenied"):
            client(seaweed, keys).remove_object(EVIDENCE_BUCKET, name, version_id=version)


async def test_a_version_of_evidence_cannot_be_removed_by_any_key(seaweed: EmbeddedSeaweed, store_folder: Path) -> None:
    s3 = client(seaweed, seaweed.writer)
    first = put(s3, EVIDENCE_BUCKET, "digest", b"first")
    assert first
    put(s3, EVIDENCE_BUCKET, "digest", b"second")
    assert_locked(seaweed, store_folder, "digest", first)
    assert s3.get_object(EVIDENCE_BUCKET, "digest", version_id=first).read() == b"first"


async def test_received_files_can_be_removed(seaweed: EmbeddedSeaweed) -> None:
    s3 = client(seaweed, seaweed.writer)
    put(s3, RECEIVING_BUCKET, "bad", b"x")
    s3.remove_object(RECEIVING_BUCKET, "bad")
    with pytest.raises(S3Error, match="NoSuchKey"):
        s3.get_object(RECEIVING_BUCKET, "bad")


async def test_the_reading_key_reads_evidence_and_does_nothing_else(seaweed: EmbeddedSeaweed) -> None:
    writer, reader = client(seaweed, seaweed.writer), client(seaweed, seaweed.reader)
    put(writer, EVIDENCE_BUCKET, "read-me", b"content")
    put(writer, RECEIVING_BUCKET, "unchecked", b"content")
    assert reader.get_object(EVIDENCE_BUCKET, "read-me").read() == b"content"
    for refused in (
        lambda: reader.get_object(RECEIVING_BUCKET, "unchecked"),
        lambda: put(reader, EVIDENCE_BUCKET, "read-me", b"changed"),
        lambda: put(reader, RECEIVING_BUCKET, "sent", b"x"),
        lambda: reader.remove_object(EVIDENCE_BUCKET, "read-me"),
    ):
        with pytest.raises(S3Error, match="AccessDenied"):
            refused()


async def test_the_writing_key_changes_no_bucket(seaweed: EmbeddedSeaweed) -> None:
    s3 = client(seaweed, seaweed.writer)
    with pytest.raises(S3Error, match="AccessDenied"):
        s3.make_bucket("another")
    with pytest.raises(S3Error, match="AccessDenied"):
        s3.remove_bucket(RECEIVING_BUCKET)


async def test_wrong_keys_and_none_are_refused(seaweed: EmbeddedSeaweed) -> None:
    with pytest.raises(S3Error, match="SignatureDoesNotMatch"):
        put(client(seaweed, S3Keys(seaweed.writer.access_key, "sai")), RECEIVING_BUCKET, "x", b"x")
    async with aiohttp.ClientSession() as http, http.get(f"http://{seaweed.endpoint}/{EVIDENCE_BUCKET}") as answer:
        assert answer.status == 403


async def test_the_other_servers_of_the_store_show_and_take_nothing(seaweed: EmbeddedSeaweed) -> None:
    put(client(seaweed, seaweed.writer), EVIDENCE_BUCKET, "hidden", b"x")
    async with aiohttp.ClientSession() as http:
        for server, path in (("filer", f"/buckets/{EVIDENCE_BUCKET}/hidden"), ("filer", "/"), ("master", "/dir/status"), ("admin", "/")):
            async with http.get(f"http://127.0.0.1:{seaweed.ports[server]}{path}") as answer:
                assert answer.status == 404, (server, path)


async def test_stored_files_outlive_a_killed_store_a_second_start_and_other_ports(tmp_path: Path) -> None:
    async with EmbeddedSeaweed(tmp_path / "s3") as first:
        keys = first.writer
        version = put(client(first, keys), EVIDENCE_BUCKET, "kept", b"content")
        os.kill(first.pid, signal.SIGKILL)
    (tmp_path / "s3" / "ports.json").unlink()
    async with EmbeddedSeaweed(tmp_path / "s3") as second:
        assert second.writer == keys
        assert second.ports != first.ports
        s3 = client(second, keys)
        assert s3.get_object(EVIDENCE_BUCKET, "kept", version_id=version).read() == b"content"
        put(s3, EVIDENCE_BUCKET, "more", b"x")
        assert_locked(second, tmp_path / "s3", "kept", version)


async def test_keys_are_closed_to_others_and_nothing_is_left_in_the_common_folder(tmp_path: Path) -> None:
    async with EmbeddedSeaweed(tmp_path / "s3") as seaweed:
        for name in ("s3-keys.json", "s3.json"):
            assert stat.S_IMODE((tmp_path / "s3" / name).stat().st_mode) == 0o600
        own = {f"seaweedfs-{server.replace('.', '-')}-{port}.sock" for server, port in seaweed.ports.items()}
        assert own & set(names_in(Path("/tmp"), "seaweedfs-*.sock"))
    assert not own & set(names_in(Path("/tmp"), "seaweedfs-*.sock"))
