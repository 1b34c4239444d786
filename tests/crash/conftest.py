"""Where platforms of crash tests keep their data."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can pass through, which pytest's own are not: PostgreSQL may have to run as another one."""
    with tempfile.TemporaryDirectory(prefix="chamdiem-test-") as name:
        Path(name).chmod(0o711)
        yield Path(name)
