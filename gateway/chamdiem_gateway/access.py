"""The gateway grants no right: it knows sessions, nothing of the business. What its operations ask for is the session's cookie."""

from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.security import APIKeyCookie

from chamdiem_gateway.cookies import Cookies
from chamdiem_gateway.keeper import Keeper, keeper_of
from chamdiem_gateway.provider.client import ProviderClient
from chamdiem_gateway.same_site import require_same_site
from chamdiem_gateway.settings import GatewaySettings
from chamdiem_kit.access import AccessRules

RULES = AccessRules(granted={}, granted_by_role={})

_scheme = APIKeyCookie(name="chamdiem_session", auto_error=False, scheme_name="browser-session")


def _settings(request: Request) -> GatewaySettings:
    settings: GatewaySettings = request.app.state.service.parts.settings
    return settings


def _provider(request: Request) -> ProviderClient:
    provider: ProviderClient = request.app.state.service.parts.provider
    return provider


Settings = Annotated[GatewaySettings, Depends(_settings)]
Provider = Annotated[ProviderClient, Depends(_provider)]


async def _browser(request: Request, settings: Settings, _: Annotated[str | None, Security(_scheme)] = None) -> Keeper:
    return keeper_of(request.cookies.get(Cookies(settings.secure).session))


async def _own_page(request: Request, settings: Settings) -> None:
    require_same_site({k.lower(): v for k, v in request.scope["headers"]}, settings.public_origin)


Browser = Annotated[Keeper, Security(_browser)]
"""The number of the session in the cookie; whether such a session lives, the database says."""
OwnPage = Depends(_own_page)
"""A dependency of every operation that writes by the cookie."""
