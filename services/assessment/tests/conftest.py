"""Assessment, running over a fresh database, and a world of valid things in it."""

from collections.abc import AsyncIterator

import pytest
from services.assessment.tests.world import World
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_assessment.app import create_service


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    """The service."""
    async with open_house(databases, issuer, "chamdiem_assessment", create_service) as opened:
        yield opened


@pytest.fixture
async def world(house: House) -> World:
    """The service with a manager and an administrator."""
    return await World.begin(house)
