"""Ranking, running over a fresh database."""

from collections.abc import AsyncIterator

import pytest
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_ranking.app import create_service


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    """Ranking."""
    async with open_house(databases, issuer, "chamdiem_ranking", create_service) as opened:
        yield opened
