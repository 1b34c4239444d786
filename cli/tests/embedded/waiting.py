"""Looking at other processes, and waiting for them with a deadline."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


async def until(condition: Callable[[], bool], *, within_s: float = 15) -> None:
    """Return when `condition` holds; `TimeoutError` when it does not within the time."""
    async with asyncio.timeout(within_s):
        while not condition():  # noqa: ASYNC110 - what is waited for happens in other processes
            await asyncio.sleep(0.01)


def is_running(pid: int) -> bool:
    """Whether such a process runs; one that has ended and only waits to be asked about does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def processes_naming(path: Path) -> list[int]:
    """The running processes whose command line names this path."""
    return [
        int(entry.name)
        for entry in Path("/proc").glob("[0-9]*")
        if str(path).encode() in _command_line(entry) and is_running(int(entry.name))
    ]


def owner_of(pid: int) -> int:
    """The user a process runs as."""
    return Path(f"/proc/{pid}").stat().st_uid


def start_waiting(*arguments: str, first: str = "") -> subprocess.Popen[bytes]:
    """A process that waits for a signal, with these arguments in its command line; `first` is run before."""
    return subprocess.Popen([sys.executable, "-c", f"import signal\n{first}\nsignal.pause()", *arguments], stdout=subprocess.PIPE)


def names_in(folder: Path, pattern: str = "*") -> list[str]:
    return [path.name for path in folder.glob(pattern)]


def _command_line(entry: Path) -> bytes:
    try:
        return (entry / "cmdline").read_bytes()
    except OSError:
        return b""
