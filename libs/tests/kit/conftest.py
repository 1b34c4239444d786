"""The plain service, running over a fresh database."""

from collections.abc import AsyncIterator

import pytest
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer
from tests.support.plain_service.app import PACKAGE, create_service


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    """The plain service."""
    async with open_house(databases, issuer, PACKAGE, create_service) as opened:
        yield opened
