"""nginx from Debian's package, as a daemon: people's way in on this machine."""

import asyncio
import grp
import json
import os
import shutil
import signal
import stat
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import aiohttp

from chamdiem.edge.configuration import write_configuration
from chamdiem.edge.settings import WIDE, EdgeSettings
from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.folder import write_private
from chamdiem.servers import debian
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.progress import Tell
from chamdiem.servers.server import NativeServer

_RELEASE = "bookworm"
_NOBODY = 65534
_OLD_WORKERS_S = 15.0


class Nginx(NativeServer):
    """The edge. Where the replicas of our processes are it is told by `route`; until then one of each, at the ports kept for them."""

    name: ClassVar[str] = "nginx"
    title: ClassVar[str] = "nginx"
    version: ClassVar[str] = "1.22.1"
    port_names: ClassVar[tuple[str, ...]] = ("http",)

    @property
    def url(self) -> str:
        """Where it is reached on this machine."""
        return f"http://{self.address}"

    def missing(self) -> list[str]:
        if self.place.cache.has(self.name, self.version) or debian.is_at_hand():
            return []
        return ["Thiếu apt-get và khóa của Debian để lấy nginx; hãy chạy trên Debian, hoặc tự đặt nginx theo infra/nginx."]

    async def fetch(self, tell: Tell) -> None:
        async def run(command: Sequence[str | Path], folder: Path) -> str:
            return await self.place.run_tool(command, what="lấy nginx từ Debian", cwd=folder, env={"LC_ALL": "C.UTF-8"})

        async def make(fresh: Path) -> None:
            tell("đang tải gói Debian")
            for package in await debian.download(["nginx"], _RELEASE, fresh / "download", run):
                await asyncio.to_thread(debian.unpack, package, fresh)
            await asyncio.to_thread(shutil.rmtree, fresh / "download")
            said = await run([fresh / "usr/sbin/nginx", "-v"], fresh)
            if self.version not in said:
                raise ServerFailed(f"nginx của Debian không chạy được trên máy này: {said.strip() or 'không rõ lý do'}")

        await self.place.cache.once(self.name, self.version, make)

    async def start(self, tell: Tell) -> None:
        await self._configure()
        await self.daemons.start(
            "nginx",
            self._command(),
            cwd=self.place.folder,  # by which a killed one's workers are known
            env={"PATH": "/usr/bin:/bin", "TZ": "UTC"},
            version=self.version,
            stop_signal=signal.SIGQUIT,
        )

    async def is_ready(self) -> bool:
        try:
            async with (
                aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as http,
                http.get(f"{self.url}/health/live") as answer,
            ):
                return answer.status == 200
        except (aiohttp.ClientError, TimeoutError):
            return False

    def settings(self) -> Mapping[str, Mapping[str, str]]:
        return {"gateway": {"public_origin": self.place.public_origin}}

    async def route(self, replicas: Mapping[str, Sequence[str]]) -> None:
        """Send calls to these addresses (service → `host:port`, one a replica; a service that is not named keeps its own) from now on.

        No call is dropped. Returns when no new call goes to an address that is gone. Raises `ServerFailed` where nginx refuses them.
        """
        known = {**self._replicas(), **{service: list(addresses) for service, addresses in replicas.items()}}
        before = self._remembered.read_text("utf-8") if self._remembered.exists() else None
        write_private(self._remembered, json.dumps(known), durable=False)
        try:
            await self.reload()
        except ServerFailed:
            if before is None:
                self._remembered.unlink()
            else:
                write_private(self._remembered, before, durable=False)
            raise

    async def reload(self) -> None:
        """Read the configuration again while calls go on; nothing happens where nginx does not run. Raises `ServerFailed`."""
        running = [daemon for daemon in self.programs() if daemon.running]
        if not running:
            return
        await self._configure()
        master = running[0].pid
        old = _children(master)
        with suppress(ProcessLookupError):
            os.kill(master, signal.SIGHUP)
        with suppress(TimeoutError):  # a long call keeps its worker; it gets no new ones
            async with asyncio.timeout(_OLD_WORKERS_S):
                while old & _children(master) or not _children(master) - old:  # noqa: ASYNC110  nginx tells nobody
                    await asyncio.sleep(0.02)

    def edge(self) -> EdgeSettings:
        """What nginx is told."""
        replicas = self._replicas()
        return EdgeSettings(
            public_origin=self.place.public_origin,
            more_names=("127.0.0.1", "localhost"),
            listen=(self.address,),
            identity=replicas["identity"],
            assessment=replicas["assessment"],
            appraisal=replicas["appraisal"],
            ranking=replicas["ranking"],
            gateway=replicas["gateway"],
            identity_provider=(f"127.0.0.1:{self.place.port('http', of='keycloak')}",),
            object_store_origin=f"http://127.0.0.1:{self.place.port('s3', of='minio')}",
            # As behind a balancer that has the certificate, where the pages have an https address.
            trusted_proxies=("127.0.0.1",) if self.place.public_origin.startswith("https://") else (),
            run=self.place.folder / "run-files",
            access_log=str(self.daemons.log_of("access")),
            error_log="stderr",
            user=self._user(),
            workers=2,
            limits=WIDE,
        )

    async def _configure(self) -> None:
        """Write the configuration beside the one in use, have nginx judge it, and put it in its place."""
        folder = self.place.folder
        folder.chmod(0o711)  # the workers reach their files, nothing else
        fresh = folder / "conf.new"
        shutil.rmtree(fresh, ignore_errors=True)
        await asyncio.to_thread(write_configuration, self.edge(), fresh, found_at=folder / "conf")
        judged = await asyncio.to_thread(
            subprocess.run, [*self._command(fresh), "-t"], capture_output=True, check=False, stdin=subprocess.DEVNULL
        )
        if judged.returncode != 0:
            raise ServerFailed(f"nginx không nhận cấu hình: {judged.stderr.decode('utf-8', 'replace').strip()[-500:]}")
        shutil.rmtree(folder / "conf", ignore_errors=True)
        fresh.rename(folder / "conf")

    def _command(self, configuration: Path | None = None) -> list[str | Path]:
        program = self.place.cache.folder(self.name, self.version) / "usr/sbin/nginx"
        return [program, "-e", "stderr", "-p", self.place.folder, "-c", (configuration or self.place.folder / "conf") / "nginx.conf"]

    def _replicas(self) -> dict[str, list[str]]:
        usual = {service: [f"127.0.0.1:{self.place.port('http', of=service)}"] for service in SERVICES}
        told: dict[str, list[str]] = json.loads(self._remembered.read_text("utf-8")) if self._remembered.exists() else {}
        return {**usual, **told}

    @property
    def _remembered(self) -> Path:
        return self.place.folder / "replicas.json"

    def _user(self) -> str | None:
        """Whom the workers run as: nobody where we are root and nobody can pass to the folder, else ourselves."""
        if os.geteuid() != 0:
            return None
        passable = all(stat.S_IMODE(parent.stat().st_mode) & 0o001 for parent in self.place.folder.parents)
        return f"nobody {grp.getgrgid(_NOBODY).gr_name}" if passable else "root root"


def _children(pid: int) -> set[int]:
    try:
        return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()}
    except OSError:
        return set()
