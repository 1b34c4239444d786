"""RabbitMQ 4 from Debian's packages, as a daemon with its own port mapper."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.folder import write_private
from chamdiem.provision.declarations import INFRA
from chamdiem.provision.rabbitmq import BrokerAdmin, BrokerRefused, provision
from chamdiem.provision.rabbitmq_definitions import VHOST
from chamdiem.servers import rabbitmq_packages
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

ADMIN = "chamdiem-admin"
_DISK_FREE_BYTES = 200_000_000
_NO_DISK_HAS_BYTES = 10**18
# The broker writes its tables of queues to the disk some seconds after a change; a queue whose entry a power cut took is there but
# answers nobody for ever.
_WRITE_DOWN = "[dets:sync(Table) || Table <- dets:all()], mnesia:dump_log()."


class RabbitMQ(NativeServer):
    """One node, reached on 127.0.0.1 only, with the exchange, queues and users of all services."""

    name: ClassVar[str] = "rabbitmq"
    title: ClassVar[str] = "RabbitMQ"
    version: ClassVar[str] = "4.0.5"
    port_names: ClassVar[tuple[str, ...]] = ("amqp", "management", "epmd", "cluster")
    patience_s: ClassVar[float] = 90

    @property
    def admin(self) -> BrokerAdmin:
        """The broker's own administrator; no process of ours gets it."""
        return BrokerAdmin(f"http://127.0.0.1:{self.place.port('management')}", ADMIN, self.place.secret("admin"))

    def url(self, service: str, vhost: str = VHOST) -> str:
        """The broker as the service reaches it."""
        return f"amqp://chamdiem_{service}:{self.place.secret(service)}@{self.address}/{vhost}"

    def missing(self) -> list[str]:
        return [] if self.place.cache.has(self.name, self.version) else rabbitmq_packages.missing()

    async def fetch(self, tell: Tell) -> None:
        async def run(command: Sequence[str | Path], folder: Path) -> str:
            return await self.place.run_tool(command, what="lấy RabbitMQ từ Debian", cwd=folder, env={"LC_ALL": "C.UTF-8"})

        async def make(fresh: Path) -> None:
            tell("đang tải gói Debian")
            await rabbitmq_packages.get(fresh, self._root, run)
            if not (fresh / f"usr/lib/rabbitmq/lib/rabbitmq_server-{self.version}").is_dir():
                raise ServerFailed(f"Debian không còn RabbitMQ {self.version}; hãy trỏ bus_url tới một máy chủ RabbitMQ có sẵn.")

        await self.place.cache.once(self.name, self.version, make)

    async def start(self, tell: Tell) -> None:
        self._configure()
        mapper = next(self._erlang.glob("erts-*/bin/epmd"))
        # Ours from the first, else Erlang would start one that nobody remembers.
        await self.daemons.start(
            "epmd",
            [mapper, "-port", str(self.place.port("epmd")), "-address", "127.0.0.1"],
            cwd=self.place.folder,
            env=self._environment(),
            version=self.version,
        )
        await self.daemons.start(
            "rabbitmq",
            [self._root / "usr/lib/rabbitmq/bin/rabbitmq-server"],
            cwd=self.place.folder,
            env=self._environment(),
            version=self.version,
        )

    async def is_ready(self) -> bool:
        # It opens them at the end of its start, this one last.
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", self.place.port("amqp"))
        except OSError:
            return False
        writer.close()
        return True

    async def provision(self, tell: Tell) -> None:
        tell("đang khai báo hàng đợi")
        try:
            await asyncio.to_thread(provision, self.admin, {service: self.place.secret(service) for service in SERVICES})
        except BrokerRefused as fault:
            raise ServerFailed(str(fault)) from fault
        await self.write_down()

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        return {service: {"bus_url": self.url(service)} for service in SERVICES}

    async def write_down(self) -> None:
        """Have what was declared on the disk now, so that a kill at the next moment leaves no queue without a leader."""
        await self._control("eval", _WRITE_DOWN)

    async def pretend_full_disk(self, full: bool) -> None:
        """Let the broker take its disk for full, or no longer: publishers wait, who reads goes on. For tests of just that."""
        await self._control("set_disk_free_limit", str(_NO_DISK_HAS_BYTES if full else _DISK_FREE_BYTES))

    async def _control(self, *arguments: str) -> str:
        process = await asyncio.create_subprocess_exec(
            self._root / "usr/lib/rabbitmq/bin/rabbitmqctl",
            "--quiet",
            *arguments,
            env=self._environment(),
            cwd=self.place.folder,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
        )
        output = (await process.communicate())[0].decode("utf-8", "replace")
        if process.returncode != 0:
            raise ServerFailed(f"RabbitMQ không nhận lệnh {arguments[0]}: {output.strip()[-300:]}")
        return output

    @property
    def _root(self) -> Path:
        return self.place.cache.folder(self.name, self.version)

    @property
    def _erlang(self) -> Path:
        return self._root / "usr/lib/erlang"

    def _configure(self) -> None:
        folder = self.place.folder
        for name in ("conf.d", "home", "data", "generated"):
            (folder / name).mkdir(mode=0o700, exist_ok=True)
        common = INFRA / "rabbitmq"
        write_private(folder / "conf.d" / "10-common.conf", (common / "rabbitmq.conf").read_text("utf-8"), durable=False)
        write_private(
            folder / "conf.d" / "20-here.conf",
            f"listeners.tcp.1 = 127.0.0.1:{self.place.port('amqp')}\n"
            f"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {self.place.port('management')}\n"
            f"default_user = {ADMIN}\ndefault_pass = {self.place.secret('admin')}\n"
            f"disk_free_limit.absolute = {_DISK_FREE_BYTES}\n",
            durable=False,
        )
        for name in ("enabled_plugins", "advanced.config"):
            write_private(folder / name, (common / name).read_text("utf-8"), durable=False)

    def _environment(self) -> dict[str, str]:
        folder = self.place.folder
        return {
            "PATH": f"{self._erlang / 'bin'}:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": str(folder / "home"),
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "ERL_EPMD_PORT": str(self.place.port("epmd")),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_NODENAME": "chamdiem@localhost",
            "RABBITMQ_DIST_PORT": str(self.place.port("cluster")),
            "RABBITMQ_BASE": str(folder),
            "RABBITMQ_MNESIA_BASE": str(folder / "data"),
            "RABBITMQ_MNESIA_DIR": str(folder / "data" / "node"),
            "RABBITMQ_LOG_BASE": str(folder / "logs"),
            "RABBITMQ_CONFIG_FILES": str(folder / "conf.d" / "*.conf"),
            "RABBITMQ_ADVANCED_CONFIG_FILE": str(folder / "advanced.config"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
            "RABBITMQ_FEATURE_FLAGS_FILE": str(folder / "data" / "feature_flags"),
            "RABBITMQ_GENERATED_CONFIG_DIR": str(folder / "generated"),
            "RABBITMQ_CONF_ENV_FILE": os.devnull,
            "RABBITMQ_PID_FILE": str(folder / "run" / "rabbitmq.pid"),
            # So its start script becomes the node itself: the pid that is remembered is the one that does the work.
            "RUNNING_UNDER_SYSTEMD": "true",
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "+S 2:2 +sbwt none",
        }
