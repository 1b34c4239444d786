"""Alembic's entry for gateway's database."""

from chamdiem_gateway.tables_base import GatewayTable
from chamdiem_kit.migrate import run_in_alembic

run_in_alembic(GatewayTable.metadata)
