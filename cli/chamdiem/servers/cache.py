"""Downloads and builds, kept by name and version for every data folder of this user."""

import asyncio
import fcntl
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path


class Cache:
    """`$CHAMDIEM_CACHE`, else `~/.cache/chamdiem/servers`. What lies in `folder(name, version)` is whole."""

    def __init__(self, path: Path | None = None) -> None:
        given = os.environ.get("CHAMDIEM_CACHE")
        self.path = (path or (Path(given) if given else Path.home() / ".cache/chamdiem/servers")).absolute()

    def folder(self, name: str, version: str) -> Path:
        """Where that version is, or will be once made."""
        return self.path / f"{name}-{version}"

    def has(self, name: str, version: str) -> bool:
        """Whether it needs no making any more."""
        return self.folder(name, version).is_dir()

    async def once(self, name: str, version: str, make: Callable[[Path], Awaitable[None]]) -> Path:
        """The folder; filled by `make(empty folder beside it)` when it is not there yet. Only one process makes it, others wait.

        What `make` raises comes through and leaves nothing.
        """
        made = self.folder(name, version)
        if made.is_dir():
            return made
        # Passable for others: a server may run as nobody.
        self.path.mkdir(mode=0o755, parents=True, exist_ok=True)
        async with _alone(self.path / f"{name}-{version}.lock"):
            if made.is_dir():
                return made
            for left in self.path.glob(f"{name}-{version}.new-*"):
                shutil.rmtree(left, ignore_errors=True)
            fresh = _empty_beside(made)
            try:
                await make(fresh)
                fresh.rename(made)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
        return made


def _empty_beside(made: Path) -> Path:
    fresh = Path(tempfile.mkdtemp(prefix=f"{made.name}.new-", dir=made.parent))
    fresh.chmod(0o755)
    return fresh


@asynccontextmanager
async def _alone(path: Path) -> AsyncIterator[None]:
    """Hold a lock file, also against other processes; let go when the process ends in whatever way."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(0.2)
        yield
    finally:
        os.close(descriptor)
