import asyncio
import io
import json
import signal
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import asyncpg
import pytest
from minio import Minio

from chamdiem.embedded.errors import DataFolderInUse, EmbeddedPartFailed
from chamdiem.embedded.parts import EmbeddedParts, PartsAddresses
from chamdiem.sign_in.code_flow import sign_in

from .waiting import is_running, names_in, processes_naming, until

HOLD_PARTS = Path(__file__).with_name("hold_parts.py")


async def acknowledged(parts: PartsAddresses) -> tuple[object, bytes, str]:
    """What `hold_parts` wrote, read back from each part."""
    database = await asyncpg.connect(parts.databases["ranking"].replace("+asyncpg", ""), ssl=False)
    row = await database.fetchval("SELECT number FROM acknowledged")
    await database.close()
    keys = parts.s3_reader
    s3 = Minio(parts.s3_endpoint, access_key=keys.access_key, secret_key=keys.secret_key, secure=False, region=parts.s3_region)
    content = await asyncio.to_thread(lambda: s3.get_object(parts.evidence_bucket, "acknowledged").read())
    tokens = await sign_in(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri, "acknowledged", "mat-khau-42")
    return row, content, tokens.access_token


async def held(folder: Path) -> tuple[asyncio.subprocess.Process, Mapping[str, int]]:
    """The parts held by another process that has done its writes, and the parts' pids."""
    holder = await asyncio.create_subprocess_exec(sys.executable, str(HOLD_PARTS), str(folder), stdout=asyncio.subprocess.PIPE)
    assert holder.stdout is not None
    async with asyncio.timeout(60):
        return holder, json.loads(await holder.stdout.readline())


async def test_a_killed_platform_leaves_no_process_and_loses_no_acknowledged_write(tmp_path: Path) -> None:
    holder, pids = await held(tmp_path / "data")
    holder.kill()
    await holder.wait()
    await until(lambda: not any(is_running(pid) for pid in pids.values()))
    async with EmbeddedParts(tmp_path / "data", durable=False) as parts:
        row, content, token = await acknowledged(parts)
    assert (row, content) == (42, b"42")
    assert token


async def test_a_start_right_after_the_kill_waits_for_what_is_still_ending(tmp_path: Path) -> None:
    holder, pids = await held(tmp_path / "data")
    holder.kill()
    await holder.wait()
    async with EmbeddedParts(tmp_path / "data", durable=False) as parts:
        assert not any(is_running(pid) for pid in pids.values())
        assert (await acknowledged(parts))[0] == 42


async def test_an_interrupted_platform_ends_its_parts(tmp_path: Path) -> None:
    holder, pids = await held(tmp_path / "data")
    holder.send_signal(signal.SIGINT)
    await holder.wait()
    assert not any(is_running(pid) for pid in pids.values())


async def test_two_platforms_run_side_by_side_and_know_nothing_of_each_other(tmp_path: Path) -> None:
    async with EmbeddedParts(durable=False) as one, EmbeddedParts(durable=False) as two:
        assert one.databases["identity"] != two.databases["identity"]
        await one.accounts.create_user("an", "Nguyễn Văn An", "pw")
        assert not await two.accounts.exists("an")
        stolen = Minio(two.s3_endpoint, one.s3_writer.access_key, one.s3_writer.secret_key, secure=False, region="us-east-1")
        with pytest.raises(Exception, match="InvalidAccessKeyId"):
            await asyncio.to_thread(stolen.put_object, two.receiving_bucket, "x", io.BytesIO(b"x"), 1)


async def test_a_temporary_platform_takes_its_folder_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    async with EmbeddedParts(durable=False) as parts:
        assert len(names_in(tmp_path)) == 1
    assert names_in(tmp_path) == []
    assert not any(is_running(pid) for pid in parts.pids.values())


async def test_a_second_platform_on_a_folder_in_use_is_refused(tmp_path: Path) -> None:
    async with EmbeddedParts(tmp_path / "data", durable=False) as parts:
        with pytest.raises(DataFolderInUse):
            await EmbeddedParts(tmp_path / "data", durable=False).start()
        async with aiohttp.ClientSession() as http, http.get(f"{parts.issuer}/api/health") as answer:
            assert answer.status == 200


async def test_addresses_stay_as_they_were_and_a_taken_port_is_given_up(tmp_path: Path) -> None:
    data = tmp_path / "thư mục" / "dữ liệu của tôi"
    async with EmbeddedParts(data, durable=False) as first:
        pass
    async with EmbeddedParts(data, durable=False) as second:
        assert (second.issuer, second.s3_endpoint, dict(second.databases)) == (first.issuer, first.s3_endpoint, dict(first.databases))
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", int(first.issuer.rpartition(":")[2])))
        other.listen()
        async with EmbeddedParts(data, durable=False) as third:
            assert third.issuer != first.issuer
            assert third.s3_endpoint == first.s3_endpoint


async def test_when_one_part_cannot_start_the_others_are_ended_and_its_fault_is_told(tmp_path: Path) -> None:
    async with EmbeddedParts(tmp_path / "data", durable=False):
        pass
    (tmp_path / "data" / "postgres" / "cluster" / "PG_VERSION").write_text("9")
    with pytest.raises(EmbeddedPartFailed, match="PostgreSQL không khởi động được"):
        await EmbeddedParts(tmp_path / "data", durable=False).start()
    assert processes_naming(tmp_path) == []


async def test_a_start_that_is_cancelled_leaves_nothing_running(tmp_path: Path) -> None:
    starting = asyncio.ensure_future(EmbeddedParts(tmp_path / "data", durable=False).start())
    await until((tmp_path / "data" / "provider" / "children.json").exists)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert processes_naming(tmp_path) == []
    async with EmbeddedParts(tmp_path / "data", durable=False) as parts:
        assert parts.issuer


async def test_what_is_printed_of_the_addresses_holds_no_secret(tmp_path: Path) -> None:
    async with EmbeddedParts(durable=False) as parts:
        printed = repr(parts)
        assert parts.s3_writer.secret_key not in printed
        assert parts.gateway_client_secret not in printed
        assert "postgresql" not in printed
