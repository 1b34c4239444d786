"""Clocks, our own processes, the scanner, the disk, and the command itself."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from aiohttp import web

from chamdiem.doctor.clocks import clock_findings
from chamdiem.doctor.processes import examine_process
from chamdiem.doctor.scanner import examine_disk, examine_scanner
from chamdiem_assessment.settings import EvidenceSettings

COMMAND = Path(sys.executable).with_name("chamdiem")
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("off_s", "state", "said"),
    [(0, None, ""), (1.5, None, ""), (-1.5, None, ""), (3, "warning", "nhanh hơn"), (-30, "fault", "chậm hơn máy này 30 giây")],
)
def test_a_clock_is_judged_by_what_lies_outside_of_the_call(off_s: float, state: str | None, said: str) -> None:
    found = clock_findings("máy", NOON + timedelta(seconds=off_s), NOON, NOON)
    assert [finding.state for finding in found] == ([] if state is None else [state])
    assert all(said in finding.sentence for finding in found)


@asynccontextmanager
async def answering(status: int, text: str, *, ahead_s: float = 0, json_type: bool = False) -> AsyncIterator[str]:
    """A process that is ready in this way, by a clock of its own."""

    async def answer(_: web.Request) -> web.Response:
        date = format_datetime(datetime.now(UTC) + timedelta(seconds=ahead_s), usegmt=True)
        kind = "application/problem+json" if json_type else "text/plain"
        return web.Response(status=status, text=text, content_type=kind, headers={"Date": date})

    app = web.Application()
    app.router.add_get("/health/ready", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        yield f"http://127.0.0.1:{port}/health/ready"
    finally:
        await runner.cleanup()


async def test_a_process_is_well_or_says_itself_what_it_lacks(unused_tcp_port: int) -> None:
    async with answering(200, "ok") as url:
        assert [finding.state for finding in await examine_process("ranking", url)] == ["well"]
    async with answering(503, json.dumps({"detail": "hãy chạy chamdiem migrate"}), json_type=True) as url:
        (found,) = await examine_process("ranking", url)
        assert (found.state, found.sentence) == ("fault", "hãy chạy chamdiem migrate")
    async with answering(200, "ok; đang mất nối với máy chủ sự kiện") as url:
        (found,) = await examine_process("ranking", url)
        assert (found.state, "máy chủ sự kiện" in found.sentence) == ("warning", True)
    (found,) = await examine_process("ranking", f"http://127.0.0.1:{unused_tcp_port}/health/ready")
    assert (found.state, str(unused_tcp_port) in found.sentence) == ("fault", True)


async def test_the_clock_of_one_process_half_a_minute_off_is_named() -> None:
    async with answering(200, "ok", ahead_s=30) as url:
        (found,) = await examine_process("ranking", url)
        assert (found.state, "NTP" in found.sentence) == ("fault", True)


async def test_no_scanner_is_a_warning_and_a_silent_one_a_fault(unused_tcp_port: int) -> None:
    (without,) = await examine_scanner(EvidenceSettings.model_construct())
    (silent,) = await examine_scanner(EvidenceSettings(clamd_address=f"127.0.0.1:{unused_tcp_port}"))
    assert (without.state, silent.state) == ("warning", "fault")


async def test_a_disk_with_too_little_room_is_named(tmp_path: Path) -> None:
    assert [finding.state for finding in await examine_disk(tmp_path, 1)] == ["well"]
    assert all(finding.state == "fault" for finding in await examine_disk(tmp_path, 10**9))


async def test_the_command_names_every_setting_that_is_missing_and_ends_with_1(tmp_path: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *(COMMAND, "doctor", "--settings", str(tmp_path), "--json"), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    output, errors = await process.communicate()
    assert (process.returncode, errors) == (1, b"")
    said = " ".join(finding["sentence"] for finding in json.loads(output))
    for name in ("IDENTITY_DATABASE_URL", "GATEWAY_CLIENT_SECRET", "IDENTITY_KEYCLOAK_URL", "APPRAISAL_S3_SECRET_KEY"):
        assert f"CHAMDIEM_{name}" in said
