"""The real servers for tests: started once for all workers when first wanted, ended with the session, however that ends."""

import asyncio
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path
from subprocess import DEVNULL
from typing import Any
from uuid import uuid4

import pytest
from rich.console import Console
from tests.support.contained_servers import catalogue_of_tests

from chamdiem.servers.native import Servers
from chamdiem.servers.place import Options
from chamdiem.servers.progress import Board
from chamdiem.servers.server import NativeServer

_FOLDER = pytest.StashKey[Path]()
_GUARD = Path(__file__).with_name("guard_servers.py")


class RealServers:
    """`await real_servers.have("minio")` is that server, running and provisioned; in a container where an engine answers and has its image.

    Where this machine cannot have it the test is skipped with the reason, or fails when `CHAMDIEM_REQUIRE_SERVERS=1`. All tests of a
    session share the servers: each makes its own databases, virtual hosts, buckets and users in them.
    """

    def __init__(self, folder: Path, session_pid: int) -> None:
        self.folder = folder
        self._session_pid = session_pid
        self._had: dict[str, NativeServer] = {}

    async def have(self, name: str) -> NativeServer:
        """The server of that name in the catalogue, with what it needs."""
        if name not in self._had:
            async with _alone(self.folder.with_name(self.folder.name + ".lock")):
                await self._start(name)
        return self._had[name]

    def settings_of(self, service: str) -> Path:
        """The settings folder of one of our processes, as `CHAMDIEM_SETTINGS_DIR` takes it; what the servers had so far have written."""
        return self.folder / "settings" / service

    async def _start(self, name: str) -> None:
        if not self.folder.exists():
            self.folder.mkdir(mode=0o711)
            # When the session is killed there is nobody else to end them. It goes into the background by itself.
            guard = [sys.executable, str(_GUARD), str(self._session_pid), str(self.folder)]
            subprocess.run(guard, check=True, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)  # noqa: ASYNC221
        told = StringIO()
        servers = Servers(self.folder, options=Options(durable=False), catalogue=catalogue_of_tests())
        outcome = await servers.up([name], Board(Console(file=told)))
        if name in outcome.faults:
            reason = " ".join(outcome.faults[name])
            if name in outcome.absent and os.environ.get("CHAMDIEM_REQUIRE_SERVERS") != "1":
                pytest.skip(reason)
            pytest.fail(f"{reason}\n{told.getvalue()}", pytrace=False)
        self._had[name] = servers.by_name[name]


@pytest.fixture(scope="session")
def real_servers(request: pytest.FixtureRequest) -> RealServers:
    """The real servers of this session; nothing is started before a test asks for one."""
    worker: dict[str, Any] = getattr(request.config, "workerinput", {})
    if worker:
        return RealServers(Path(worker["real_servers_folder"]), int(worker["session_pid"]))
    return RealServers(request.config.stash[_FOLDER], os.getpid())


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        # Not in pytest's own folders: PostgreSQL may have to run as a user who cannot pass them.
        config.stash[_FOLDER] = Path(tempfile.gettempdir()) / f"chamdiem-servers-{uuid4().hex[:12]}"


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of the session where the servers are to be (a hook of pytest-xdist)."""
    node.workerinput["real_servers_folder"] = str(node.config.stash[_FOLDER])
    node.workerinput["session_pid"] = os.getpid()


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(_FOLDER, None)
    if folder is not None and folder.exists():
        asyncio.run(Servers(folder).down())
        shutil.rmtree(folder, ignore_errors=True)
    if folder is not None:
        folder.with_name(folder.name + ".lock").unlink(missing_ok=True)


@asynccontextmanager
async def _alone(path: Path) -> AsyncIterator[None]:
    """One worker at a time."""
    with path.open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(0.1)
        yield
