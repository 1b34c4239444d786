"""Alembic's entry."""

from chamdiem_kit.migrate import run_in_alembic
from chamdiem_ranking.tables_base import RankingTable

run_in_alembic(RankingTable.metadata)
