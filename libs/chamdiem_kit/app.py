"""One service as it runs: its FastAPI app, database, listener, relay and consumers, started and ended together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Request

from chamdiem_contracts.base import Event
from chamdiem_contracts.gateway import SessionEndedV1
from chamdiem_contracts.identity import AccountChangedV1
from chamdiem_kit import sessions
from chamdiem_kit.access import Access, AccessRules
from chamdiem_kit.accounts import AccountBook, LoadAccounts, accounts_of_person, on_account_changed
from chamdiem_kit.bus.port import Bus
from chamdiem_kit.db import Database
from chamdiem_kit.errors import DomainError, Unavailable
from chamdiem_kit.garbage import collect_rarely
from chamdiem_kit.health import add_health, require_database
from chamdiem_kit.inbox import Handler, Inbox
from chamdiem_kit.listener import Listener
from chamdiem_kit.lost_line import is_lost_line
from chamdiem_kit.openapi import PROBLEM_RESPONSES, install_openapi, operation_id
from chamdiem_kit.problems import install_problem_handlers
from chamdiem_kit.relay import Relay
from chamdiem_kit.requests import EdgeMiddleware, StrictRoute
from chamdiem_kit.settings import ServiceSettings
from chamdiem_kit.tokens import TokenVerifier

_log = logging.getLogger("chamdiem.app")

Background = Callable[["Service"], Awaitable[None]]


@dataclass(frozen=True)
class ServiceSpec:
    """What makes a service: written once in its `app.py`.

    `background` are endless tasks (the evidence worker, say). `load_accounts` reads a person's accounts where the service has a table of
    its own. `known_tables` hold nothing but what other services told, so that a rebuild may empty them (the kit's own are known to it).
    """

    name: str
    title: str
    package: str
    access: AccessRules
    routers: Sequence[APIRouter]
    consumers: Mapping[type[Event], Handler] = field(default_factory=dict)
    constraints: Mapping[str, type[DomainError]] = field(default_factory=dict)
    background: Sequence[Background] = ()
    load_accounts: LoadAccounts = accounts_of_person
    known_tables: Sequence[str] = ()


class Service:
    """A running service. `ctx` in routes is this object; `parts` is what its features need besides the database (an object store)."""

    def __init__(self, spec: ServiceSpec, settings: ServiceSettings, bus: Bus, parts: Any = None) -> None:
        self.spec, self.settings, self.bus, self.parts = spec, settings, bus, parts
        self.database = Database(settings.database_url.get_secret_value(), pool_size=settings.database_pool_size)
        self.listener = Listener(self.database.url)
        self.book = AccountBook(self.database, self.listener, spec.load_accounts)
        verifier = TokenVerifier(settings.oidc_issuer, settings.oidc_audience, settings.oidc_jwks_url)
        self.ended_sessions = sessions.EndedSessions(self.database, self.listener)
        self.access = Access(spec.access, verifier, self.book, self.ended_sessions)
        consumers: dict[type[Event], Handler] = {SessionEndedV1: sessions.on_session_ended, **spec.consumers}
        if spec.load_accounts is accounts_of_person:
            consumers.setdefault(AccountChangedV1, on_account_changed)
        self.inbox = Inbox(self.database, consumers)
        self.relay = Relay(spec.name, self.database, bus, self.listener)
        self._bus_was_reached = False
        self.app = _app(self)

    @property
    def transaction(self) -> Callable[[], Any]:
        """`async with ctx.transaction() as tx:`; the answer is given after the block."""
        return self.database.transaction

    @property
    def snapshot(self) -> Callable[[], Any]:
        """`async with ctx.snapshot() as tx:` reads one instant."""
        return self.database.snapshot

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Consumers, relay and background tasks run inside this block."""
        collect_rarely()
        await self.bus.subscribe(self.spec.name, self.inbox.types, self.inbox.deliver, self.inbox.bury)
        tasks = [asyncio.create_task(self.listener.run()), asyncio.create_task(self.relay.run())]
        tasks.append(asyncio.create_task(self.ended_sessions.run()))
        tasks += [asyncio.create_task(endless(self.spec.name, partial(job, self))) for job in self.spec.background]
        try:
            yield
        finally:
            await end_all(tasks)
            await self.bus.leave(self.spec.name)
            await self.database.close()

    async def ready(self) -> str:
        """Raise `Unavailable` with the reason unless the database answers and is migrated, and the bus was reached once.

        A bus that goes away later is only remarked: what happens is kept in the outbox, so nobody needs to be sent elsewhere.
        """
        name = self.spec.name
        await require_database(name, self.spec.package, self.database)
        if self.bus.is_reached(name):
            self._bus_was_reached = True
            return ""
        if not self._bus_was_reached:
            raise Unavailable(f"Dịch vụ {name} chưa nối được máy chủ sự kiện; hãy kiểm tra bus_url và hàng đợi chamdiem.{name}.")
        return "đang mất nối với máy chủ sự kiện, sự kiện được giữ lại để chuyển sau"


async def end_all(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel until all have ended: a library below may swallow one cancellation (`asyncio.wait_for` before Python 3.12 does)."""
    pending = set(tasks)
    while pending:
        for task in pending:
            task.cancel()
        _, pending = await asyncio.wait(pending, timeout=1)


async def endless(name: str, job: Callable[[], Awaitable[None]]) -> None:
    """Run a job of the process `name` until it returns; after a fault it begins again."""
    while True:
        try:
            await job()
            return
        except asyncio.CancelledError:
            raise
        except Exception as fault:
            if is_lost_line(fault):
                _log.warning("background task of %s has to wait: %s", name, fault)
            else:
                _log.exception("background task of %s begins again", name)
            await asyncio.sleep(1)


async def _ctx(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


Ctx = Annotated[Service, Depends(_ctx)]


def service_router(service: str, path: str = "", **kwargs: Any) -> APIRouter:
    """A router below `/api/<service>` with strict JSON."""
    return APIRouter(prefix=f"/api/{service}{path}", route_class=StrictRoute, **kwargs)


def _app(service: Service) -> FastAPI:
    spec = service.spec

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with service.running():
            yield

    app = FastAPI(
        title=spec.title,
        version="0.1.0",
        openapi_url=f"/api/{spec.name}/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        separate_input_output_schemas=False,
        responses=PROBLEM_RESPONSES,
        generate_unique_id_function=operation_id,
    )
    install_openapi(app)
    app.router.route_class = StrictRoute
    app.state.service = service
    app.state.access = service.access
    for router in spec.routers:
        app.include_router(router)

    add_health(app, spec.name, service.ready)
    install_problem_handlers(app, spec.constraints)
    app.add_middleware(EdgeMiddleware, max_body_bytes=service.settings.max_body_bytes)
    return app
