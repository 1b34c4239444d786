"""Assessment, running over a fresh database, and a world of valid things in it."""

from collections.abc import AsyncIterator

import pytest
from services.assessment.tests.sheets import Desk
from services.assessment.tests.world import World
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_assessment.app import create_service
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    """The service."""
    async with open_house(databases, issuer, "chamdiem_assessment", create_service) as opened:
        yield opened


@pytest.fixture
async def world(house: House) -> World:
    """The service with a manager and an administrator."""
    return await World.begin(house)


@pytest.fixture
async def desk(databases: Databases, issuer: Issuer, object_store: ObjectStoreSettings) -> AsyncIterator[Desk]:
    """The service over a real object store, with one unit's sheet in an open rehearsal."""

    def create(settings: ServiceSettings, bus: InProcessBus) -> Service:
        return create_service(settings, bus, object_store)

    async with open_house(databases, issuer, "chamdiem_assessment", create) as opened:
        yield await Desk.begin(await World.begin(opened))
