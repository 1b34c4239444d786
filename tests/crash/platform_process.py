"""The body of a process that is a whole platform; forked from a server that has loaded everything, so that it starts in no time."""

import asyncio
import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from chamdiem.commands.stopping import run_until_stopped
from chamdiem.embedded.platform import Platform
from chamdiem_kit.logs import configure_logs

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["chamdiem.embedded.platform"])


def run(data: str, ready: Connection) -> None:
    """Be a platform until a signal comes; its address and its provider's go into `ready` once it answers."""
    configure_logs("ERROR")
    raise SystemExit(run_until_stopped(_run(Path(data), ready)))


async def _run(data: Path, ready: Connection) -> int:
    async with Platform(data) as platform:
        ready.send((platform.url, platform.parts.issuer))
        await asyncio.Event().wait()
    return 0
