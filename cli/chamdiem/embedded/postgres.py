"""PostgreSQL 18 from a wheel, driven by our own launcher: private, on 127.0.0.1, as root and as an ordinary user."""

import asyncio
import secrets
import signal
from pathlib import Path

from chamdiem.embedded import postgres_cluster
from chamdiem.embedded.databases import SERVICES, ServiceDatabase, create_service_databases
from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.part import Part, to_the_end
from chamdiem.embedded.process import Child

_SECRETS = "postgres.json"
_START_TIMEOUT_S = 60
_SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "shared_buffers=64MB",
    "max_connections=120",
    "wal_level=minimal",
    "max_wal_senders=0",
    "io_method=sync",  # no processes of its own for reading: memory
    "jit=off",
    "log_timezone=UTC",
    "timezone=UTC",
    "log_min_error_statement=panic",  # a refused statement may carry what people wrote
)
_FORGETFUL = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


class EmbeddedPostgres(Part):
    """One server with a database, a role and a password for each service.

    `async with EmbeddedPostgres(folder) as postgres: postgres.url("identity")`. `durable=False` is for tests: a power cut
    may then damage the data, the end of the process still does not.
    """

    port_names = ("postgres",)

    def __init__(self, data_dir: Path, *, durable: bool = True, run_as: str | None = None) -> None:
        """`run_as` as in `tether`; chosen by `postgres_cluster.choose_user` where it is not given."""
        super().__init__(data_dir)
        self._run_as = run_as
        self._durable = durable
        self._databases: dict[str, ServiceDatabase] = {}

    @property
    def port(self) -> int:
        return self.ports["postgres"]

    @property
    def admin_dsn(self) -> str:
        """The server's own superuser, for tests that make databases of their own; no service gets it."""
        password = self._folder.read_json(_SECRETS)["postgres"]
        return f"postgresql://postgres:{password}@127.0.0.1:{self.port}/postgres"

    def url(self, service: str) -> str:
        """`postgresql+asyncpg://…` of one service's database with its own role."""
        return self._databases[service].url(self.port)

    async def _begin(self) -> None:
        user = self._run_as
        if user is None:
            user = await to_the_end(asyncio.to_thread(postgres_cluster.choose_user, self._folder.path))
        if not self._cluster.exists():
            await to_the_end(asyncio.to_thread(self._create_cluster, user))
        await self._start_server(user)
        self._databases = await create_service_databases(self._folder, self.admin_dsn, SERVICES)

    @property
    def _cluster(self) -> Path:
        return self._folder.path / "cluster"

    def _create_cluster(self, user: str) -> None:
        password = self._folder.read_json(_SECRETS).get("postgres") or secrets.token_urlsafe(24)
        self._folder.write_json(_SECRETS, {"postgres": password})
        postgres_cluster.create_cluster(self._folder.path, user, password, durable=self._durable)

    async def _start_server(self, user: str) -> None:
        """Start it and wait until it takes connections.

        Tried again while the processes of a killed server are still letting its memory go.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + _START_TIMEOUT_S
        while True:
            await self._forget_stale_pid_file()
            server = self._server = self._start_once(user)
            while not server.ended and not postgres_cluster.is_ready(self._cluster, server.process.pid):
                if loop.time() > deadline:
                    raise EmbeddedPartFailed(f"PostgreSQL không sẵn sàng sau {_START_TIMEOUT_S} giây; xem {server.log}.")
                await asyncio.sleep(0.01)
            if not server.ended:
                return
            await self._children.stop(server)
            self._server = None
            if postgres_cluster.CANNOT_YET not in server.last_words() or loop.time() > deadline:
                raise EmbeddedPartFailed(f"PostgreSQL không khởi động được; xem {server.log}.")
            await asyncio.sleep(0.1)

    def _start_once(self, user: str) -> Child:
        settings = (*_SETTINGS, *(() if self._durable else _FORGETFUL))
        return self._children.start(
            "postgres",
            [
                postgres_cluster.BINARIES / "postgres",
                "-D",
                self._cluster,
                "-p",
                str(self.port),
                *(part for s in settings for part in ("-c", s)),
            ],
            cwd=Path("/"),
            env=postgres_cluster.ENVIRONMENT,
            stop_signal=signal.SIGINT,
            user=user,
        )

    async def _forget_stale_pid_file(self) -> None:
        """Remove the pid file of a killed server, once that server is surely gone.

        PostgreSQL itself would refuse to start if the number meanwhile belongs to some other process of this user.
        """
        pid_file = self._cluster / "postmaster.pid"
        if pid_file.exists():
            first_line = pid_file.read_bytes().partition(b"\n")[0]
            await self._children.end_leftovers({int(first_line): signal.SIGINT} if first_line.isdigit() else {})
            pid_file.unlink(missing_ok=True)
