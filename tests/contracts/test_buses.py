"""Both adapters of the bus pass one suite."""

from collections.abc import AsyncIterator

import pytest
from tests.support.bus_contract import BusContract
from tests.support.buses import InProcessWorld, RabbitWorld
from tests.support.real_servers import RealServers

from chamdiem.servers.rabbitmq import RabbitMQ


class TestInProcessBus(BusContract):
    @pytest.fixture
    async def world(self) -> AsyncIterator[InProcessWorld]:
        opened = InProcessWorld()
        yield opened
        await opened.close()


class TestRabbitBus(BusContract):
    @pytest.fixture
    async def world(self, real_servers: RealServers) -> AsyncIterator[RabbitWorld]:
        broker = await real_servers.have("rabbitmq")
        assert isinstance(broker, RabbitMQ)
        opened = RabbitWorld(broker)
        await opened.deploy()
        yield opened
        await opened.close()
