"""Where tests keep what they throw away: in memory where there is plenty of it, since a disk spends half of a database's birth on names.

Nothing that is proved depends on the disk: a killed process loses nothing that it has given to the system, there or here.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")
_PREFIX = "chamdiem-tests-"
_NEEDED = 8 * 1024**3
_made: list[Path] = []


def pytest_configure(config: pytest.Config) -> None:
    """Before anything asks for a temporary place. Workers have it from the environment."""
    if hasattr(config, "workerinput") or "TMPDIR" in os.environ or not _has_plenty():
        return
    for folder in _MEMORY.glob(f"{_PREFIX}*"):
        if not Path("/proc", folder.name.removeprefix(_PREFIX)).exists():  # of a session that was killed
            shutil.rmtree(folder, ignore_errors=True)
    made = _MEMORY / f"{_PREFIX}{os.getpid()}"
    made.mkdir(mode=0o711)
    _made.append(made)
    os.environ["TMPDIR"], tempfile.tempdir = str(made), None


@atexit.register  # before anybody else's, so after them: a fork server's own folder is in it
def remove() -> None:
    """What is still there."""
    for folder in _made:
        shutil.rmtree(folder, ignore_errors=True)


def _has_plenty() -> bool:
    """Whether it is there with room, memory for it is free, and files there can be read past the system's cache, as MinIO reads them."""
    probe = _MEMORY / f"chamdiem-probe-{os.getpid()}"
    try:
        available = next(int(line.split()[1]) for line in Path("/proc/meminfo").read_text("ascii").splitlines() if "MemAvailable" in line)
        os.close(os.open(probe, os.O_RDWR | os.O_CREAT | os.O_DIRECT, 0o600))
        probe.unlink()
    except (OSError, StopIteration):
        return False
    return min(shutil.disk_usage(_MEMORY).free, available * 1024) >= _NEEDED
