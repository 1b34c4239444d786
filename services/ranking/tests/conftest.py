"""Ranking, running over a fresh database."""

from collections.abc import AsyncIterator

import pytest
from services.ranking.tests import documents
from services.ranking.tests.world import World
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_ranking.app import create_service


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    """Ranking."""
    async with open_house(databases, issuer, "chamdiem_ranking", create_service) as opened:
        yield opened


@pytest.fixture
def par(house: House) -> World:
    """A PAR period of which nothing was told yet."""
    return World(house, program="par_index", document=documents.par())


@pytest.fixture
def world(house: House, par: World) -> World:
    """A task-completion period that leans on `par`; nothing was told yet."""
    return World(house, par_period_id=par.period_id)
