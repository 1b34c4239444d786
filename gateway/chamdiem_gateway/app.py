"""The gateway as one app; the only file that knows all its features."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from chamdiem_gateway.access import RULES
from chamdiem_gateway.consumers import CONSUMERS
from chamdiem_gateway.provider.client import ProviderClient
from chamdiem_gateway.session import routes as session
from chamdiem_gateway.session import store
from chamdiem_gateway.settings import GatewaySettings, read_gateway_settings
from chamdiem_gateway.sign_in import routes as sign_in
from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.settings import ServiceSettings

_SWEEP_EVERY_S = 600


@dataclass(frozen=True)
class Parts:
    """What features need besides the database."""

    settings: GatewaySettings
    provider: ProviderClient


async def _sweep(ctx: Service) -> None:
    while True:
        async with ctx.transaction() as tx:
            await store.sweep(tx)
        await asyncio.sleep(_SWEEP_EVERY_S)


SPEC = ServiceSpec(
    name="gateway",
    title="Đăng nhập",
    package="chamdiem_gateway",
    access=RULES,
    routers=[sign_in.router, session.router],
    consumers=CONSUMERS,
    background=[_sweep],
)


class GatewayService(Service):
    """Holds its connections to the provider open while it runs."""

    parts: Parts

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        self.parts.provider.open()
        try:
            async with super().running():
                yield
        finally:
            await self.parts.provider.close()


def create_service(settings: ServiceSettings, bus: Bus, gateway: GatewaySettings | None = None) -> GatewayService:
    """The app, not yet running. `gateway` None: from the environment."""
    known = gateway or read_gateway_settings()
    parts = Parts(known, ProviderClient(settings.oidc_issuer, known, settings.oidc_jwks_url))
    return GatewayService(SPEC, settings, bus, parts)
