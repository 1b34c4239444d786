"""Fixtures for every room's tests; they live in `tests/support`."""

import pytest

from chamdiem_kit.garbage import collect_rarely

pytest_plugins = ("tests.support.quick_disk", "tests.support.fixtures", "tests.support.real_servers")
collect_rarely()

# A file is one worker's. The long ones begin first, so that at the end no worker has one alone while the others have nothing left.
_LONG = ("tests/faults", "tests/browser", "tests/servers", "tests/crash", "tests/e2e", "tests/oracle", "cli", "tests")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files by how long their room takes; within a room nothing moves."""
    items.sort(key=lambda item: next((place for place, room in enumerate(_LONG) if item.nodeid.startswith(f"{room}/")), len(_LONG)))
