"""The real servers that the doctor examines; each test breaks only what is its own there."""

from typing import TypeVar

import pytest
from tests.support.real_servers import RealServers

from chamdiem.servers.keycloak import Keycloak
from chamdiem.servers.minio import MinIO
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.rabbitmq import RabbitMQ

S = TypeVar("S")


async def _had(real_servers: RealServers, name: str, kind: type[S]) -> S:
    found = await real_servers.have(name)
    assert isinstance(found, kind)
    return found


@pytest.fixture(scope="session")
async def postgresql(real_servers: RealServers) -> PostgreSQL:
    return await _had(real_servers, "postgresql", PostgreSQL)


@pytest.fixture(scope="session")
async def rabbitmq(real_servers: RealServers) -> RabbitMQ:
    return await _had(real_servers, "rabbitmq", RabbitMQ)


@pytest.fixture(scope="session")
async def minio(real_servers: RealServers) -> MinIO:
    return await _had(real_servers, "minio", MinIO)


@pytest.fixture(scope="session")
async def keycloak(real_servers: RealServers) -> Keycloak:
    return await _had(real_servers, "keycloak", Keycloak)
