"""Every service of the house, each to be opened alone over a fresh database."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from pydantic import SecretStr
from tests.support.databases import Databases
from tests.support.house import CreateService, House, open_house
from tests.support.issuer import Issuer
from tests.support.provider import WillingProvider

import chamdiem_appraisal.app
import chamdiem_assessment.app
import chamdiem_gateway.app
import chamdiem_identity.app
import chamdiem_ranking.app
from chamdiem_gateway.settings import GatewaySettings
from chamdiem_identity.granting.first_administrator import FirstAdministrator
from chamdiem_kit.settings import ObjectStoreSettings

SERVICES = ("identity", "assessment", "appraisal", "ranking", "gateway")
FIRST_ADMINISTRATOR = FirstAdministrator("quan-tri", "Quản trị hệ thống", "quan-tri")


def create_of(name: str, store: ObjectStoreSettings | None = None) -> CreateService:
    """How the service is made; without `store` evidence cannot be reached."""
    gateway = GatewaySettings(public_origin="http://127.0.0.1:8000", client_secret=SecretStr("secret"))
    made: dict[str, CreateService] = {
        "identity": lambda s, b: chamdiem_identity.app.create_service(s, b, WillingProvider(), FIRST_ADMINISTRATOR),
        "assessment": lambda s, b: chamdiem_assessment.app.create_service(s, b, store),
        "appraisal": lambda s, b: chamdiem_appraisal.app.create_service(s, b, store),
        "ranking": chamdiem_ranking.app.create_service,
        "gateway": lambda s, b: chamdiem_gateway.app.create_service(s, b, gateway),
    }
    return made[name]


@asynccontextmanager
async def open_service(name: str, databases: Databases, issuer: Issuer, store: ObjectStoreSettings | None = None) -> AsyncIterator[House]:
    """The service, running until the block ends."""
    async with open_house(databases, issuer, f"chamdiem_{name}", create_of(name, store)) as house:
        yield house
