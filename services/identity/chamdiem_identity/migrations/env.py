"""Alembic's entry for identity's database."""

from chamdiem_identity.tables_base import IdentityTable
from chamdiem_kit.migrate import run_in_alembic

run_in_alembic(IdentityTable.metadata)
