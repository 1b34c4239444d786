"""The whole platform in one process over the embedded parts: what `chamdiem up` and `chamdiem cycle` start."""

import asyncio
import logging
import secrets
import socket
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import uvicorn
from pydantic import SecretStr
from starlette.types import ASGIApp

import chamdiem_appraisal.app
import chamdiem_assessment.app
import chamdiem_gateway.app
import chamdiem_identity.app
import chamdiem_ranking.app
from chamdiem.edge.configuration import WEB
from chamdiem.edge.province import ProvinceSettings
from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.edge import Edge
from chamdiem.embedded.folder import DataFolder
from chamdiem.embedded.parts import EmbeddedParts, PartsAddresses
from chamdiem.embedded.ports import ReservedPorts
from chamdiem_gateway.settings import GatewaySettings
from chamdiem_identity.granting.first_administrator import FirstAdministrator
from chamdiem_kit.app import Service
from chamdiem_kit.bus.in_process import InProcessBus
from chamdiem_kit.migrate import at_head, upgrade
from chamdiem_kit.settings import ObjectStoreSettings, ServiceSettings

_log = logging.getLogger("chamdiem.platform")
_ADMINISTRATOR = "administrator.json"
_PORT = "platform.json"


@dataclass(frozen=True)
class Administrator:
    """The first administrator of a data folder, as a person may sign in."""

    username: str
    holder_name: str
    password: str = field(repr=False)


class Platform:
    """`async with Platform(data_dir) as platform:` answers at `platform.url` until the block ends.

    Without a folder: a temporary one, gone at the end. A folder in use before is found as it was. Raises what the parts raise.
    """

    def __init__(
        self,
        data_dir: Path | None = None,
        *,
        port: int | None = None,
        durable: bool = True,
        web: Path = WEB,
        province: ProvinceSettings | None = None,
    ) -> None:
        self._data_dir, self._wanted_port, self._durable, self._web = data_dir, port, durable, web
        self._province = province or ProvinceSettings(province_name="", province_emblem=None)
        self._stack = AsyncExitStack()
        self._server: uvicorn.Server | None = None
        self.url = ""
        self.administrator: Administrator
        self.parts: PartsAddresses
        self.folder: DataFolder
        self.services: tuple[Service, ...] = ()

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._stack.aclose()

    async def _start(self) -> None:
        embedded = EmbeddedParts(self._data_dir, durable=self._durable)
        self.parts = await self._stack.enter_async_context(embedded)
        folder = self.folder = embedded.folder
        await asyncio.to_thread(_migrate, self.parts)
        first = await self._administrator_of(folder)
        listening = self._listen(folder)
        bus = InProcessBus()
        self.services = (
            chamdiem_identity.app.create_service(self._settings("identity"), bus, self.parts.accounts, first),
            chamdiem_assessment.app.create_service(self._settings("assessment"), bus, _store(self.parts, writing=True)),
            chamdiem_appraisal.app.create_service(self._settings("appraisal"), bus, _store(self.parts, writing=False)),
            chamdiem_ranking.app.create_service(self._settings("ranking"), bus),
            chamdiem_gateway.app.create_service(self._settings("gateway"), bus, _gateway(self.parts, self.url)),
        )
        # Consumers first, so that the relays find every subscriber there.
        for service in self.services:
            await service.bus.subscribe(service.spec.name, service.inbox.types, service.inbox.deliver, service.inbox.bury)
        for service in self.services:
            await self._stack.enter_async_context(service.running())
        apps = {f"/api/{service.spec.name}/": service.app for service in self.services}
        apps["/auth/"] = self.services[-1].app
        await self._serve(Edge(self.services, apps, self.url, self._web, (f"http://{self.parts.s3_endpoint}",), self._province), listening)

    async def _administrator_of(self, folder: DataFolder) -> FirstAdministrator:
        known = folder.read_json(_ADMINISTRATOR)
        if not known:
            known = {"username": "quan-tri", "holder_name": "Quản trị hệ thống", "password": secrets.token_urlsafe(12)}
            folder.write_json(_ADMINISTRATOR, known)
        self.administrator = Administrator(**known)
        sub = await self.parts.accounts.create_user(known["username"], known["holder_name"], known["password"])
        return FirstAdministrator(known["username"], known["holder_name"], sub)

    def _settings(self, service: str) -> ServiceSettings:
        printed: dict[str, Any] = (
            {"province_body": self._province.body, "province_place": self._province.place} if self._province.province_name else {}
        )
        return ServiceSettings(
            service=service,
            profile="embedded",
            database_url=SecretStr(self.parts.databases[service]),
            oidc_issuer=self.parts.issuer,
            oidc_audience=self.parts.audience,
            **printed,
        )

    def _listen(self, folder: DataFolder) -> socket.socket:
        """Listen on the wanted port, else on the remembered one where it is free, else on any; reserved against other platforms."""
        reserved = self._stack.enter_context(ReservedPorts(("platform",), folder.read_json(_PORT)))
        port = self._wanted_port or reserved.by_name["platform"]
        listening = socket.create_server(("127.0.0.1", port), backlog=1024)
        self._stack.callback(listening.close)
        listening.setblocking(False)
        # asyncio, unlike uvloop, does this only for a socket that names its protocol; an answer in two pieces would wait 40 ms.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        folder.write_json(_PORT, {"platform": port})
        self.url = f"http://127.0.0.1:{port}"
        return listening

    async def _serve(self, edge: ASGIApp, listening: socket.socket) -> None:
        config = uvicorn.Config(
            edge, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=5, server_header=False, proxy_headers=False
        )
        server = self._server = _Server(config)
        task = asyncio.create_task(server.serve(sockets=[listening]))
        self._stack.push_async_callback(_stop_serving, server, task)
        while not server.started:
            if task.done():
                task.result()
            await asyncio.sleep(0.005)


class _Server(uvicorn.Server):
    """Signals are the command's business."""

    def install_signal_handlers(self) -> None:
        return


async def _stop_serving(server: uvicorn.Server, task: "asyncio.Task[None]") -> None:
    server.should_exit = True
    with suppress(asyncio.CancelledError):
        await task


def _migrate(parts: PartsAddresses) -> None:
    for service in SERVICES:
        package, url = f"chamdiem_{service}", parts.databases[service]
        if not at_head(package, url):
            upgrade(package, url)


def _store(parts: PartsAddresses, *, writing: bool) -> ObjectStoreSettings:
    keys = parts.s3_writer if writing else parts.s3_reader
    return ObjectStoreSettings(
        s3_endpoint=parts.s3_endpoint,
        s3_region=parts.s3_region,
        s3_access_key=SecretStr(keys.access_key),
        s3_secret_key=SecretStr(keys.secret_key),
        receiving_bucket=parts.receiving_bucket,
        evidence_bucket=parts.evidence_bucket,
    )


def _gateway(parts: PartsAddresses, url: str) -> GatewaySettings:
    return GatewaySettings(public_origin=url, client_id=parts.gateway_client_id, client_secret=SecretStr(parts.gateway_client_secret))
