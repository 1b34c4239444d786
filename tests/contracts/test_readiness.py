"""A process says that it is ready exactly when it is of use, and otherwise what is in the way (decision 0024)."""

from collections.abc import AsyncIterator

import pytest
from tests.support.databases import Databases
from tests.support.house import House, open_house
from tests.support.issuer import Issuer

from chamdiem_kit.db import connect_driver
from chamdiem_kit.errors import Unavailable
from chamdiem_ranking.app import create_service


@pytest.fixture
async def house(databases: Databases, issuer: Issuer) -> AsyncIterator[House]:
    async with open_house(databases, issuer, "chamdiem_ranking", create_service) as opened:
        yield opened


async def test_a_migrated_service_on_a_bus_is_ready(house: House) -> None:
    assert await house.service.ready() == ""


async def as_owner(databases: Databases, house: House, statement: str) -> None:
    """Which migrations have run only the owner may say."""
    line = await connect_driver(databases.owner_url(house.service.database.url))
    await line.execute(statement)
    await line.close()


@pytest.mark.parametrize("statement", ["UPDATE alembic_version SET version_num = '0001'", "DELETE FROM alembic_version"])
async def test_one_whose_database_is_not_migrated_names_the_command(databases: Databases, house: House, statement: str) -> None:
    await as_owner(databases, house, statement)
    with pytest.raises(Unavailable) as fault:
        await house.service.ready()
    assert "chamdiem migrate ranking" in fault.value.detail


async def test_the_code_of_before_stays_ready_when_its_database_was_migrated_further(databases: Databases, house: House) -> None:
    await as_owner(databases, house, "UPDATE alembic_version SET version_num = '9999'")
    assert await house.service.ready() == ""


async def test_a_bus_is_needed_once_and_then_only_remarked_on(house: House) -> None:
    await house.service.bus.leave("ranking")
    with pytest.raises(Unavailable) as fault:
        await house.service.ready()
    assert "bus_url" in fault.value.detail
    service = house.service
    await service.bus.subscribe("ranking", service.inbox.types, service.inbox.deliver, service.inbox.bury)
    assert await service.ready() == ""
    await service.bus.leave("ranking")
    assert "máy chủ sự kiện" in await service.ready()
