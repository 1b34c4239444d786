"""Appraisal, running over a fresh database, and a world of valid things in it."""

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr
from services.appraisal.tests.world import World
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_appraisal.app import create_service
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings


def _create(settings: ServiceSettings, bus: InProcessBus) -> Service:
    store = ObjectStoreSettings(s3_endpoint="store.example.vn", s3_access_key=SecretStr("reader"), s3_secret_key=SecretStr("secret"))
    return create_service(settings, bus, store)


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    """The service."""
    async with open_house(databases, issuer, "chamdiem_appraisal", _create) as opened:
        yield opened


@pytest.fixture
async def world(house: House) -> World:
    """The service with a period in its appraisal phase: two sheets sent, one never sent."""
    world = World(house)
    await world.begin()
    return world
