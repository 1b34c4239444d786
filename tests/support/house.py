"""One service as its users and its neighbours meet it: over HTTP and by events."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx
from sqlalchemy import text
from tests.support.databases import Databases
from tests.support.issuer import Issuer

from chamdiem_contracts import event_types
from chamdiem_contracts.base import Event
from chamdiem_contracts.identity import AccountChangedV1, RoleGrant
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.bus.port import Message
from chamdiem_kit.settings import ServiceSettings

CreateService = Callable[[ServiceSettings, InProcessBus], Service]


def an_account(kind: str, *roles: str, **fields: Any) -> AccountChangedV1:
    """An active account of a person of its own; `fields` overrule."""
    person = uuid4().hex
    usual: dict[str, Any] = {
        "version": 1,
        "account_id": uuid4(),
        "sub": person,
        "username": person,
        "holder_name": "Nguyễn Thị Kiểm",
        "kind": kind,
        "roles": tuple(RoleGrant(role=role) for role in roles),
        "status": "active",
    }
    return AccountChangedV1.model_validate({**usual, **fields})


class House:
    """A running service. `as_(account)` is a client signed in as the account; `tell` brings it events; `outbox` is what it told."""

    def __init__(self, service: Service, issuer: Issuer) -> None:
        self.service, self.issuer = service, issuer
        self._clients = AsyncExitStack()

    @property
    def anonymous(self) -> httpx.AsyncClient:
        """A client that is not signed in."""
        return self._client({})

    def as_(self, account: AccountChangedV1, **headers: str) -> httpx.AsyncClient:
        """A client with a good token of the account's person that acts by the account. The account must have been told."""
        return self._client({"Authorization": f"Bearer {self.issuer.token(account.sub)}", "X-Account": str(account.account_id), **headers})

    async def told(self, account: AccountChangedV1) -> httpx.AsyncClient:
        """Tell the account and give its client."""
        await self.tell(account)
        return self.as_(account)

    async def tell(self, *events: Event, source: str = "test") -> None:
        """Deliver events as the bus would: in one batch, effects committed when this returns."""
        now = datetime.now(UTC)
        messages = []
        for event in events:
            id_ = uuid4()
            messages.append(Message(id_, id_, 1, 1, source, event.type, event.subject, event.version, "", now, event.model_dump_json()))
        await self.service.inbox.deliver([m for m in messages if m.type in self.service.inbox.types])
        await self._caches_emptied()

    async def outbox(self) -> list[Event]:
        """Every event told so far, in order."""
        async with self.service.transaction() as tx:
            rows = (
                await tx.execute(
                    text("SELECT type, string_agg(data, '' ORDER BY seq) AS data FROM outbox GROUP BY event_id, type ORDER BY min(seq)")
                )
            ).all()
        return [event_types()[r.type].model_validate_json(r.data) for r in rows]

    async def rows(self, sql: str, **parameters: Any) -> list[dict[str, Any]]:
        """What stands in the database, for what no operation shows."""
        async with self.service.transaction() as tx:
            return [dict(r) for r in (await tx.execute(text(sql), parameters)).mappings()]

    async def close(self) -> None:
        await self._clients.aclose()

    async def _caches_emptied(self) -> None:
        # The notification of a committed change comes over the listener's line; a fresh cache needs no waiting for it.
        self.service.book._forget("")
        await asyncio.sleep(0)

    def _client(self, headers: dict[str, str]) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app=self.service.app, raise_app_exceptions=False)
        client = httpx.AsyncClient(transport=transport, base_url=f"http://service/api/{self.service.spec.name}", headers=headers)
        self._clients.push_async_callback(client.aclose)
        return client


@asynccontextmanager
async def open_house(databases: Databases, issuer: Issuer, package: str, create: CreateService) -> AsyncIterator[House]:
    """A service over a fresh database, running until the block ends."""
    url = await databases.fresh(package)
    settings = ServiceSettings(
        service=package.removeprefix("chamdiem_"),
        profile="embedded",
        database_url=url,
        oidc_issuer=issuer.url,
        database_pool_size=5,
    )
    service = create(settings, InProcessBus())
    house = House(service, issuer)
    try:
        async with service.running():
            yield house
    finally:
        await house.close()
        await databases.drop(url)


def problem_of(answer: httpx.Response) -> tuple[int, str]:
    """Status and type of a problem, as tests name it: `(404, "appraisal/not-found")`."""
    body = answer.json()
    return answer.status_code, str(body.get("type", "")).removeprefix("/problems/")


def ids(events: Iterable[Event]) -> list[str]:
    """The types of events, in order."""
    return [event.type for event in events]
