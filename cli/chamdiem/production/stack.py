"""The whole platform as production has it, natively on this machine: real servers, our processes over them, somebody who can sign in."""

import asyncio
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.part import to_the_end
from chamdiem.production.house import ONE_OF_EACH, House
from chamdiem.provision.first_administrator import Handed, handed, make_first_administrator
from chamdiem.servers.folder import ServersFolder
from chamdiem.servers.keycloak import Keycloak
from chamdiem.servers.native import Servers
from chamdiem.servers.nginx import Nginx
from chamdiem.servers.place import Options
from chamdiem.servers.progress import Board
from chamdiem.service_names import ProcessName, ServiceName
from chamdiem_identity.provider.keycloak import KeycloakAccounts, KeycloakSettings
from chamdiem_kit.migrate import MigrationRefused, upgrade

_ADMINISTRATOR = "administrator.json"
_USERNAME, _NAME = "quan-tri", "Quản trị hệ thống"


@dataclass(frozen=True)
class Addresses:
    """Where the running platform is. `databases`: service → URL of its writer."""

    url: str
    issuer: str
    cli_client_id: str
    cli_redirect_uri: str
    administrator: Handed
    databases: Mapping[str, str] = field(repr=False)


class Production:
    """`async with Production(folder) as running:`; without a folder: a temporary one, gone at the end with its servers.

    In a given folder the servers are left running at the end, as `chamdiem servers up` leaves them. `durable=False`: a power cut may
    damage the data. Raises `EmbeddedPartFailed`.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        replicas: Mapping[ProcessName, int] = ONE_OF_EACH,
        durable: bool = True,
        environment: Mapping[str, str] = MappingProxyType({}),
        board: Board | None = None,
    ) -> None:
        self._path, self._replicas, self._durable, self._environment, self._board = folder, replicas, durable, environment, board
        self._stack = AsyncExitStack()
        self.servers: Servers
        self.house: House
        self.addresses: Addresses

    async def __aenter__(self) -> Self:
        try:
            await self._start()
        except BaseException:
            await to_the_end(self._stack.aclose())
            raise
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await to_the_end(self._stack.aclose())

    async def _start(self) -> None:
        path = self._path or self._temporary()
        self.servers = Servers(path, options=Options(durable=self._durable))
        if self._path is None:
            self._stack.push_async_callback(self.servers.down)
        outcome = await self.servers.up(board=self._board)
        if outcome.faults:
            raise EmbeddedPartFailed(" ".join(sentence for faults in outcome.faults.values() for sentence in faults))
        folder = self.servers.folder
        await migrate(folder)
        keycloak, nginx = self.servers.by_name["keycloak"], self.servers.by_name["nginx"]
        if not isinstance(keycloak, Keycloak) or not isinstance(nginx, Nginx):
            raise TypeError("another catalogue")
        databases = {service.value: setting(folder, service, "database_url") for service in ServiceName}
        self.addresses = Addresses(
            url=nginx.url,
            issuer=keycloak.issuer,
            cli_client_id=keycloak.cli_client,
            cli_redirect_uri="http://127.0.0.1/callback",
            administrator=await _administrator(folder, databases["identity"]),
            databases=MappingProxyType(databases),
        )
        self.house = await self._stack.enter_async_context(House(folder, nginx.route, self._replicas, self._environment))

    def _temporary(self) -> Path:
        path = Path(tempfile.mkdtemp(prefix="chamdiem-production-"))
        # Passable, not readable, for others: PostgreSQL and nginx's workers may have to run as nobody inside.
        path.chmod(0o711)
        self._stack.callback(shutil.rmtree, path, ignore_errors=True)
        return path


def setting(folder: ServersFolder, service: ServiceName, field_name: str) -> str:
    """One setting that the servers wrote for a service."""
    return (folder.settings_of(service.value) / f"chamdiem_{service.value}_{field_name}").read_text("utf-8")


async def migrate(folder: ServersFolder) -> None:
    """Bring every service's database to the newest migration. Raises `EmbeddedPartFailed`."""
    try:
        for service in ServiceName:
            await asyncio.to_thread(upgrade, f"chamdiem_{service.value}", setting(folder, service, "migration_database_url"))
    except MigrationRefused as fault:
        raise EmbeddedPartFailed(str(fault)) from fault


async def _administrator(folder: ServersFolder, database_url: str) -> Handed:
    """Who was handed the first account of this folder; made now where there is none."""
    known = folder.read_json(_ADMINISTRATOR)
    wanted = Handed(**known) if known else handed(_USERNAME, _NAME)

    def keep(person: Handed) -> None:
        folder.write_json(_ADMINISTRATOR, {"username": person.username, "holder_name": person.holder_name, "password": person.password})

    settings = {name: setting(folder, ServiceName.IDENTITY, name) for name in KeycloakSettings.model_fields}
    provider = KeycloakAccounts(KeycloakSettings.model_validate(settings))
    try:
        await make_first_administrator(database_url, provider, wanted, keep)
    finally:
        await provider.close()
    return wanted
