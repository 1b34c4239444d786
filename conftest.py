"""Fixtures for every room's tests; they live in `tests/support`."""

pytest_plugins = ("tests.support.fixtures", "tests.support.real_servers")
