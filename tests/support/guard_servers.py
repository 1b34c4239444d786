"""Run as a script beside a test session: when its process is gone, ends the real servers it has left behind.

    python guard_servers.py SESSION_PID FOLDER

It goes into the background at once.
"""

import asyncio
import os
import select
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path


def main() -> None:
    session, folder = int(sys.argv[1]), Path(sys.argv[2])
    with suppress(ProcessLookupError):
        handle = os.pidfd_open(session)
        if os.fork():
            return
        os.setsid()
        select.select([handle], [], [])
    deadline = time.monotonic() + 120
    while folder.exists() and time.monotonic() < deadline:
        end_and_remove(folder)
    folder.with_name(folder.name + ".lock").unlink(missing_ok=True)


def end_and_remove(folder: Path) -> None:
    """Try it once."""
    # Only now: nearly always the session has ended them itself.
    from chamdiem.embedded.errors import DataFolderInUse
    from chamdiem.servers.native import Servers

    try:
        asyncio.run(Servers(folder).down())
    except DataFolderInUse:  # one of the session's workers is still about to notice
        time.sleep(0.5)
    else:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
