"""Identity as one service; the only file that knows all its features."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_identity.access import RULES
from chamdiem_identity.account import events
from chamdiem_identity.account import routes as account
from chamdiem_identity.account import store as accounts
from chamdiem_identity.account.domain import AccountExists, UnknownUnit, UsernameOfAnother
from chamdiem_identity.account_request import routes as account_request
from chamdiem_identity.account_request.domain import AlreadyAsked
from chamdiem_identity.consumers import CONSUMERS
from chamdiem_identity.granting import routes as granting
from chamdiem_identity.granting.first_administrator import FirstAdministrator, ensure_first_administrator
from chamdiem_identity.guidance import routes as guidance
from chamdiem_identity.importing import routes as importing
from chamdiem_identity.incident import routes as incident
from chamdiem_identity.lock import routes as lock
from chamdiem_identity.log import routes as log
from chamdiem_identity.merging import routes as merging
from chamdiem_identity.merging.carrying_out import follow_on_their_day
from chamdiem_identity.notification import routes as notification
from chamdiem_identity.provider import routes as password
from chamdiem_identity.provider.comparing import compare
from chamdiem_identity.provider.port import IdentityProvider
from chamdiem_identity.provider.reconciling import reconcile
from chamdiem_identity.unit import routes as unit
from chamdiem_identity.unit.domain import UnitCodeTaken
from chamdiem_kit.accounts import KnownAccount, known_account
from chamdiem_kit.app import Service, ServiceSpec
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.errors import DomainError
from chamdiem_kit.settings import ServiceSettings

CONSTRAINTS: dict[str, type[DomainError]] = {
    "pk_unit": UnitCodeTaken,
    "uq_person_username": UsernameOfAnother,
    "uq_person_sub": UsernameOfAnother,
    "uq_account_same_grant": AccountExists,
    "fk_account_unit_code": UnknownUnit,
    "fk_account_only_for_unit": UnknownUnit,
    "uq_account_request_open_username": AlreadyAsked,
    "uq_account_request_open_password": AlreadyAsked,
}


async def load_accounts(tx: AsyncConnection, sub: str) -> list[KnownAccount]:
    """A person's accounts from identity's own table, which is never behind."""
    return [known_account(events.changed(a)) for a in await accounts.of_sub(tx, sub)]


SPEC = ServiceSpec(
    name="identity",
    title="Đơn vị và tài khoản",
    package="chamdiem_identity",
    access=RULES,
    routers=[
        importing.router,
        unit.router,
        merging.router,
        granting.router,
        account.router,
        lock.router,
        password.router,
        account_request.router,
        log.router,
        incident.router,
        notification.router,
        guidance.router,
    ],
    consumers=CONSUMERS,
    constraints=CONSTRAINTS,
    background=[reconcile, compare, follow_on_their_day],
    load_accounts=load_accounts,
    known_tables=["known_appraisal", "known_council_session"],
)


@dataclass(frozen=True)
class Parts:
    """What features need besides the database."""

    provider: IdentityProvider


class IdentityService(Service):
    """Begins by granting the first administrator's account, so that there is somebody who can grant the others."""

    parts: Parts

    def __init__(self, settings: ServiceSettings, bus: Bus, provider: IdentityProvider, first: FirstAdministrator | None) -> None:
        super().__init__(SPEC, settings, bus, parts=Parts(provider))
        self._first = first

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        if self._first is not None:
            async with asyncio.timeout(60), self.transaction() as tx:
                await ensure_first_administrator(tx, self._first)
        try:
            async with super().running():
                yield
        finally:
            await self.parts.provider.close()


def create_service(
    settings: ServiceSettings, bus: Bus, provider: IdentityProvider, first_administrator: FirstAdministrator | None = None
) -> IdentityService:
    """The service, not yet running. `provider` is the identity provider's account administration, an adapter of the edge."""
    return IdentityService(settings, bus, provider, first_administrator)
