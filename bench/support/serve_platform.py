"""`python -m bench.support.serve_platform FOLDER`: the whole platform as `chamdiem up` runs it; says as JSON how to reach it."""

import asyncio
import json
import signal
import sys
from pathlib import Path

import uvloop

from chamdiem.embedded.platform import Platform
from chamdiem_kit.logs import configure_logs


async def _serve(folder: Path) -> None:
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    async with Platform(folder) as platform:
        parts, first = platform.parts, platform.administrator
        reach = {
            "url": platform.url,
            "issuer": parts.issuer,
            "cli_client_id": parts.cli_client_id,
            "cli_redirect_uri": parts.cli_redirect_uri,
            "username": first.username,
            "password": first.password,
        }
        sys.stdout.write(json.dumps(reach) + "\n")
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    configure_logs("ERROR")
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(Path(sys.argv[1])))
