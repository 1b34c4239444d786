"""`chamdiem up`: how soon it is ready on a fresh folder and on one in use, and what all its processes hold at rest."""

import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.support.figures import hold, show
from bench.support.processes import pss_mb, tree_of

_COMMAND = Path(sys.executable).with_name("chamdiem")
_SAID_WHEN_READY = b"\xc4\x91\xc3\xa3 s\xe1\xba\xb5n s\xc3\xa0ng"  # "đã sẵn sàng"


@dataclass(frozen=True)
class _Up:
    pid: int
    ready_s: float


async def test_the_platform_is_ready_soon_and_small_at_rest() -> None:
    with tempfile.TemporaryDirectory(prefix="chamdiem-bench-") as name:
        Path(name).chmod(0o711)
        folder = Path(name) / "data"
        async with _up(folder) as fresh:
            pass
        begun = time.monotonic()
        async with _up(folder) as used:
            await asyncio.sleep(5)  # at rest: nobody asks for anything
            held = {pid: pss_mb(pid) for pid in tree_of(used.pid)}
        ended_s = time.monotonic() - begun - used.ready_s - 5
    show(f"{len(held)} processes, the largest: " + ", ".join(f"{mb:.0f} MB" for mb in sorted(held.values(), reverse=True)[:4]))
    show(f"ended {ended_s:.1f} s after SIGTERM")
    hold("memory at rest, PSS of all processes", sum(held.values()), 600, at_least=False, unit=" MB", digits=0)
    hold("ready on a fresh folder", fresh.ready_s, 12, at_least=False, unit=" s", digits=1)
    hold("ready on a folder in use", used.ready_s, 6, at_least=False, unit=" s", digits=1)


@asynccontextmanager
async def _up(folder: Path) -> AsyncIterator[_Up]:
    begun = time.monotonic()
    process = await asyncio.create_subprocess_exec(_COMMAND, "up", "--data", folder, stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(120):
            while _SAID_WHEN_READY not in (line := await process.stdout.readline()):
                assert line, "ended before it was ready"
        yield _Up(process.pid, time.monotonic() - begun)
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await process.communicate()
