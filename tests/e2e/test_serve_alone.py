"""`chamdiem serve SERVICE`: each service in a process of its own, over the same parts."""

import asyncio
import signal
import socket
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path

import aiohttp
import pytest
from tests.e2e.processes import command, running_in
from tests.support.eventually import eventually

from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.parts import EmbeddedParts, PartsAddresses


def environment_of(service: str, parts: PartsAddresses, data: Path) -> dict[str, str]:
    """All that the service must be told."""
    own = {
        "PROFILE": "embedded",
        "DATABASE_URL": parts.databases[service],
        "OIDC_ISSUER": parts.issuer,
        "OIDC_AUDIENCE": parts.audience,
    }
    keys = {"assessment": parts.s3_writer, "appraisal": parts.s3_reader}.get(service)
    if keys is not None:
        own |= {"S3_ENDPOINT": parts.s3_endpoint, "S3_ACCESS_KEY": keys.access_key, "S3_SECRET_KEY": keys.secret_key}
    if service == "identity":
        own |= {"PROVIDER_FOLDER": str(data / "provider")}
    if service == "gateway":
        own |= {"PUBLIC_ORIGIN": "http://127.0.0.1:8000", "CLIENT_SECRET": parts.gateway_client_secret}
    return {f"CHAMDIEM_{service.upper()}_{name}": value for name, value in own.items()}


def free_ports(count: int) -> list[int]:
    """Ports that were free a moment ago."""
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


async def status_of(url: str) -> int:
    """The status, 0 while nobody answers."""
    try:
        async with aiohttp.ClientSession() as http, http.get(url) as answer:
            return answer.status
    except aiohttp.ClientError:
        return 0


async def test_each_service_starts_alone_answers_and_ends_with_nothing_left(open_folder: Path) -> None:
    data = open_folder / "data"
    async with EmbeddedParts(data, durable=False) as parts, AsyncExitStack() as stack:
        told: dict[str, str] = {}
        for service in SERVICES:
            told |= environment_of(service, parts, data)
            told[f"CHAMDIEM_{service.upper()}_MIGRATION_DATABASE_URL"] = parts.databases[service]
        async with command("migrate", *SERVICES, environment=told) as migrating:
            assert await asyncio.wait_for(migrating.process.wait(), 120) == 0
        ports = dict(zip(SERVICES, free_ports(len(SERVICES)), strict=True))
        running = {s: await stack.enter_async_context(serving(s, ports[s], environment_of(s, parts, data))) for s in SERVICES}
        for service, port in ports.items():
            await eventually(lambda url=f"http://127.0.0.1:{port}/health/ready": _ready(url), within_s=120)
            assert await status_of(f"http://127.0.0.1:{port}/api/{service}/openapi.json") == 200
        assert await status_of(f"http://127.0.0.1:{ports['identity']}/api/identity/me") == 401
        statuses = await asyncio.gather(*(service.end() for service in running.values()))
        assert set(statuses) <= {0, -signal.SIGTERM, 128 + signal.SIGTERM}
        assert [await status_of(f"http://127.0.0.1:{port}/health/live") for port in ports.values()] == [0] * len(SERVICES)
    assert running_in(data) == []


def serving(service: str, port: int, environment: Mapping[str, str]):
    return command("serve", service, "--port", str(port), environment=environment)


async def _ready(url: str) -> bool:
    return await status_of(url) == 200


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"CHAMDIEM_IDENTITY_DATABASE_URL": None}, "CHAMDIEM_IDENTITY_DATABASE_URL"),
        ({"CHAMDIEM_IDENTITY_PROFILE": "production"}, "CHAMDIEM_IDENTITY_KEYCLOAK_URL"),
        ({"CHAMDIEM_IDENTITY_PROVIDER_FOLDER": None}, "CHAMDIEM_IDENTITY_PROVIDER_FOLDER"),
    ],
)
async def test_a_service_that_was_told_too_little_says_what_it_misses(changed: dict[str, str | None], named: str) -> None:
    told = {
        "CHAMDIEM_IDENTITY_PROFILE": "embedded",
        "CHAMDIEM_IDENTITY_DATABASE_URL": "postgresql+asyncpg://127.0.0.1/none",
        "CHAMDIEM_IDENTITY_OIDC_ISSUER": "http://127.0.0.1:1",
        **changed,
    }
    async with command("serve", "identity", environment={k: v for k, v in told.items() if v}, stderr=asyncio.subprocess.PIPE) as refused:
        assert refused.process.stderr is not None
        said = (await refused.process.stderr.read()).decode()
        assert await refused.process.wait() == 2
    assert named in said and "Traceback" not in said
