"""Containers are built and run by `make test-compose` only: they take minutes and an engine."""

import os

collect_ignore_glob = [] if os.environ.get("CHAMDIEM_TEST_COMPOSE") == "1" else ["test_*.py"]
