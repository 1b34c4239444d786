"""The base of ranking's tables."""

from chamdiem_kit.db import table_base

RankingTable = table_base()
