"""Alembic's entry."""

from chamdiem_kit.migrate import run_in_alembic

run_in_alembic(None)
