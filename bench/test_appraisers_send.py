"""From an appraiser's send to the rank that everybody sees, and to the account that is refused, while 8 clients save leaves."""

import asyncio
import io
import json
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import cast

from bench.support.processes import ROOT
from bench.support.sending import hold_sends_to_a_second
from tests.e2e.live import Live
from tests.e2e.period_world import PeriodWorld

from chamdiem.embedded.platform import Platform


async def test_a_send_is_seen_everywhere_within_a_second() -> None:
    async with _platform() as live:
        await hold_sends_to_a_second(live, await PeriodWorld.begin(live))


@asynccontextmanager
async def _platform() -> AsyncIterator[Live]:
    """A platform in a process of its own, and its people."""
    with tempfile.TemporaryDirectory(prefix="chamdiem-bench-") as name:
        Path(name).chmod(0o711)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bench.support.serve_platform", str(Path(name) / "data")), cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdout is not None
        try:
            async with AsyncExitStack() as stack:
                async with asyncio.timeout(120):
                    reach = json.loads(await process.stdout.readline())
                    reached = SimpleNamespace(url=reach["url"], parts=SimpleNamespace(**reach), administrator=SimpleNamespace(**reach))
                    live = Live(cast(Platform, reached), Path(name), io.StringIO(), stack)
                    await live.begin()
                yield live
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
                await process.wait()
