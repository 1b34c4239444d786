"""One platform on real servers, with its people, for all tests of faults: it may be killed, so it is nobody else's."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from subprocess import DEVNULL

import pytest
from tests.faults.assembling import company
from tests.faults.company import Company
from tests.faults.native_ground import Native, native
from tests.support import guard_servers

from chamdiem.servers.native import Servers


@pytest.fixture(scope="module")
def servers_folder() -> Iterator[Path]:
    """Where the servers live. When this process is killed somebody else ends them."""
    folder = Path(tempfile.mkdtemp(prefix="chamdiem-faults-"))
    # Passable: PostgreSQL and nginx's workers may have to run as nobody.
    folder.chmod(0o711)
    missing = [sentence for server in Servers(folder).by_name.values() if not server.optional for sentence in server.missing()]
    if missing and os.environ.get("CHAMDIEM_REQUIRE_SERVERS") != "1":
        shutil.rmtree(folder)
        pytest.skip(" ".join(missing))
    guard = [sys.executable, guard_servers.__file__, str(os.getpid()), str(folder)]
    subprocess.run(guard, check=True, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
async def ground(servers_folder: Path) -> AsyncIterator[Native]:
    """Everything runs."""
    async with native(servers_folder) as running:
        yield running


@pytest.fixture(scope="module")
async def people(ground: Native) -> AsyncIterator[Company]:
    """The sixteen, ready to begin."""
    async with company(ground) as assembled:
        yield assembled
