"""The way in of a native ground: where people sign in, and who may grant the first accounts."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.ground import FirstAdministrator
from tests.support.story import Enter, provider_of_demo

from chamdiem.embedded.nanoidp import EmbeddedNanoIdp
from chamdiem.servers.native import Servers
from chamdiem.servers.nginx import Nginx
from chamdiem_identity.granting import first_administrator as granting
from chamdiem_kit.db import Database


@dataclass(frozen=True)
class Door:
    """`environment`: what our processes are told of it beyond the servers' settings."""

    administrator: FirstAdministrator
    enter: Enter
    environment: Mapping[str, str] = field(default_factory=dict)


@asynccontextmanager
async def demo_door(folder: Path, servers: Servers) -> AsyncIterator[Door]:
    """The demonstration provider in Keycloak's place."""
    nginx = servers.by_name["nginx"]
    assert isinstance(nginx, Nginx)
    async with EmbeddedNanoIdp(folder / "provider", gateway_redirects=(f"{nginx.url}/auth/callback",)) as provider:
        first = FirstAdministrator("quan-tri", "Mat-khau-dau-tien-1")
        sub = await provider.accounts.create_user(first.username, "Quản trị hệ thống", first.password)
        await _grant(folder, granting.FirstAdministrator(first.username, "Quản trị hệ thống", sub))
        environment = {
            "CHAMDIEM_IDENTITY_PROFILE": "embedded",
            "CHAMDIEM_IDENTITY_PROVIDER_FOLDER": str(folder / "provider"),
            "CHAMDIEM_GATEWAY_CLIENT_SECRET": provider.gateway_client_secret,
        }
        for service in ("IDENTITY", "ASSESSMENT", "APPRAISAL", "RANKING", "GATEWAY"):
            environment[f"CHAMDIEM_{service}_OIDC_ISSUER"] = provider.issuer
        yield Door(first, provider_of_demo(provider.issuer), environment)


async def _grant(folder: Path, first: granting.FirstAdministrator) -> None:
    url = (folder / "settings/identity/chamdiem_identity_database_url").read_text("utf-8")
    database = Database(url, pool_size=1)
    try:
        async with database.transaction() as tx:
            await granting.ensure_first_administrator(tx, first)
    finally:
        await database.close()
