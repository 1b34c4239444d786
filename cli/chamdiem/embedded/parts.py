"""The three backing parts together, on one data folder."""

import asyncio
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType, TracebackType

from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.folder import DataFolder
from chamdiem.embedded.nanoidp import AUDIENCE, CLI_CLIENT, CLI_REDIRECT, GATEWAY_CLIENT, EmbeddedNanoIdp
from chamdiem.embedded.part import Part, to_the_end
from chamdiem.embedded.postgres import EmbeddedPostgres
from chamdiem.embedded.seaweedfs import EVIDENCE_BUCKET, RECEIVING_BUCKET, REGION, EmbeddedSeaweed, S3Keys
from chamdiem_identity.provider.port import IdentityProvider

# Where the provider sends a browser back to; on loopback the port does not matter to it.
GATEWAY_REDIRECT = "http://127.0.0.1/auth/callback"


@dataclass(frozen=True)
class PartsAddresses:
    """Where the running parts are and how to open them. The texts with passwords stay out of its `repr`."""

    databases: Mapping[str, str] = field(repr=False)  # service → postgresql+asyncpg://…
    s3_endpoint: str  # 127.0.0.1:PORT, plain HTTP
    s3_region: str
    receiving_bucket: str
    evidence_bucket: str
    s3_writer: S3Keys  # assessment's: both buckets
    s3_reader: S3Keys  # appraisal's: reads the evidence bucket only
    issuer: str
    audience: str
    cli_client_id: str
    cli_redirect_uri: str
    gateway_client_id: str
    gateway_client_secret: str = field(repr=False)
    accounts: IdentityProvider = field(repr=False)  # identity's handle on the provider
    admin_dsn: str = field(repr=False)  # the database server's superuser, for tests
    pids: Mapping[str, int] = field(default_factory=dict)


class EmbeddedParts:
    """`async with EmbeddedParts(data_dir) as addresses:`. Without a folder: a temporary one, gone at the end.

    A start either gives all three or leaves none running. Raises `DataFolderInUse`, `EmbeddedPartFailed`.
    """

    def __init__(
        self, data_dir: Path | None = None, *, durable: bool = True, gateway_redirects: tuple[str, ...] = (GATEWAY_REDIRECT,)
    ) -> None:
        self._data_dir = data_dir
        self._durable = durable
        self._gateway_redirects = gateway_redirects
        self._folder: DataFolder | None = None
        self._parts: tuple[Part, ...] = ()

    @property
    def folder(self) -> DataFolder:
        """The data folder while the parts run."""
        if self._folder is None:
            raise RuntimeError("not started")
        return self._folder

    async def __aenter__(self) -> PartsAddresses:
        return await self.start()

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    async def start(self) -> PartsAddresses:
        """Start the three side by side; returns when each answers."""
        path = self._data_dir or Path(tempfile.mkdtemp(prefix="chamdiem-"))
        # Passable, not readable, for others: PostgreSQL may have to run as nobody inside. Every folder in it is closed.
        folder = self._folder = DataFolder(path, mode=0o711)
        if self._data_dir is None:
            path.chmod(0o711)
        try:
            folder.open()
            postgres = EmbeddedPostgres(path / "postgres", durable=self._durable)
            seaweed = EmbeddedSeaweed(path / "evidence", throwaway=self._data_dir is None)
            nanoidp = EmbeddedNanoIdp(path / "provider", gateway_redirects=self._gateway_redirects)
            self._parts = (postgres, seaweed, nanoidp)
            await _start_together(self._parts)
        except BaseException:
            await self.stop()
            raise
        return PartsAddresses(
            databases=MappingProxyType({service: postgres.url(service) for service in SERVICES}),
            s3_endpoint=seaweed.endpoint,
            s3_region=REGION,
            receiving_bucket=RECEIVING_BUCKET,
            evidence_bucket=EVIDENCE_BUCKET,
            s3_writer=seaweed.writer,
            s3_reader=seaweed.reader,
            issuer=nanoidp.issuer,
            audience=AUDIENCE,
            cli_client_id=CLI_CLIENT,
            cli_redirect_uri=CLI_REDIRECT,
            gateway_client_id=GATEWAY_CLIENT,
            gateway_client_secret=nanoidp.gateway_client_secret,
            accounts=nanoidp.accounts,
            admin_dsn=postgres.admin_dsn,
            pids={"postgres": postgres.pid, "seaweedfs": seaweed.pid, "nanoidp": nanoidp.pid},
        )

    async def stop(self) -> None:
        """End all three and let the folder go. Harmless when nothing runs; to be called again is too."""
        await to_the_end(self._stop())

    async def _stop(self) -> None:
        parts, self._parts = self._parts, ()
        await asyncio.gather(*(part.stop() for part in parts))
        folder, self._folder = self._folder, None
        if folder is not None:
            folder.close()
            if self._data_dir is None:
                await asyncio.to_thread(shutil.rmtree, folder.path, ignore_errors=True)


async def _start_together(parts: tuple[Part, ...]) -> None:
    """Start all; when one fails the others are stopped, and its own fault is raised, not a group of one."""
    try:
        async with asyncio.TaskGroup() as group:
            for part in parts:
                group.create_task(part.start())
    except ExceptionGroup as faults:
        raise faults.exceptions[0] from None
