"""The two edges, each in front of the same five apps."""

import asyncio
import os
import signal
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from tests.edge.behind import Behind, all_served, served, unused_port
from tests.support.eventually import eventually
from tests.support.real_servers import RealServers

from chamdiem.edge.configuration import WEB, write_configuration
from chamdiem.edge.province import ProvinceSettings
from chamdiem.edge.settings import WIDE, EdgeSettings
from chamdiem.embedded.edge import Edge
from chamdiem_kit.app import Service

SERVICES = ("identity", "assessment", "appraisal", "ranking", "gateway")


@dataclass
class Front:
    """An edge as browsers and programs reach it."""

    url: str
    behind: dict[str, Behind]
    clients: AsyncExitStack = field(repr=False, default_factory=AsyncExitStack)

    def client(self, **kwargs: Any) -> httpx.AsyncClient:
        """A program, or a browser whose cookies are given."""
        made = httpx.AsyncClient(base_url=self.url, timeout=15, **kwargs)
        self.clients.push_async_callback(made.aclose)
        return made

    @property
    def own_page(self) -> dict[str, str]:
        """What the pages send with every write."""
        return {"Origin": self.url, "X-Chamdiem": "1"}


class NginxProcess:
    """An nginx of this test."""

    def __init__(self, program: Path, folder: Path, settings: EdgeSettings) -> None:
        self.program, self.folder, self.settings = program, folder, settings
        self.process: asyncio.subprocess.Process

    async def start(self) -> None:
        """Return when it answers."""
        configuration = write_configuration(self.settings, self.folder / "conf")
        self.process = await asyncio.create_subprocess_exec(*self._command(configuration), stdin=subprocess.DEVNULL)

        async def answers() -> bool:
            assert self.process.returncode is None, (self.folder / "error.log").read_text("utf-8")
            host, _, port = self.settings.listen[0].rpartition(":")
            try:
                _, writer = await asyncio.open_connection(host, int(port))
            except OSError:
                return False
            writer.close()
            return True

        await eventually(answers)

    async def reload(self, settings: EdgeSettings) -> None:
        """Take other settings while it runs."""
        self.settings = settings
        write_configuration(settings, self.folder / "conf")
        self.process.send_signal(signal.SIGHUP)

    async def end(self) -> None:
        if self.process.returncode is None:
            self.process.terminate()
        await self.process.wait()

    def _command(self, configuration: Path) -> list[str | Path]:
        return [self.program, "-e", self.folder / "error.log", "-p", self.folder, "-c", configuration]


StartNginx = Callable[..., Any]


@pytest.fixture(scope="session")
def start_nginx(real_servers: RealServers, tmp_path_factory: pytest.TempPathFactory) -> StartNginx:
    """`async with start_nginx(gateway=…, limits=…) as (front, nginx)`: an nginx in front of the five apps; fields overrule."""

    @asynccontextmanager
    async def start(**fields: Any) -> AsyncIterator[tuple[Front, NginxProcess]]:
        native = await real_servers.have("nginx")
        program = native.place.cache.folder(native.name, native.version) / "usr/sbin/nginx"
        behind = {name: Behind(name) for name in SERVICES}
        async with AsyncExitStack() as stack:
            addresses = await stack.enter_async_context(all_served(behind))
            folder = tmp_path_factory.mktemp("nginx")
            port = unused_port()
            usual: dict[str, Any] = {
                "public_origin": f"http://127.0.0.1:{port}",
                "listen": (f"127.0.0.1:{port}",),
                "run": folder / "run",
                "access_log": str(folder / "access.log"),
                "error_log": str(folder / "error.log"),
                "user": "root root" if os.geteuid() == 0 else None,
                "workers": 2,
                "limits": WIDE,
                **{name: (address,) for name, address in addresses.items()},
            }
            settings = EdgeSettings(**{**usual, **fields})
            nginx = NginxProcess(program, folder, settings)
            await nginx.start()
            stack.push_async_callback(nginx.end)
            front = Front(settings.public_origin, behind)
            stack.push_async_callback(front.clients.aclose)
            yield front, nginx

    return start


@asynccontextmanager
async def embedded_front(province: ProvinceSettings | None = None) -> AsyncIterator[Front]:
    """The edge in our own process."""
    behind = {name: Behind(name) for name in SERVICES}
    prefixes = {f"/api/{name}/": app for name, app in behind.items() if name != "gateway"} | {"/auth/": behind["gateway"]}

    async def answer(scope: Any, receive: Any, send: Any) -> None:
        await edge(scope, receive, send)

    async with served(answer) as port:
        url = f"http://127.0.0.1:{port}"
        edge = Edge(cast("list[Service]", list(behind.values())), prefixes, url, WEB, province=province)
        front = Front(url, behind)
        yield front
        await front.clients.aclose()


@pytest.fixture(scope="module", params=["embedded", "nginx"])
async def running(request: pytest.FixtureRequest, start_nginx: StartNginx) -> AsyncIterator[Front]:
    """Each edge in turn."""
    if request.param == "embedded":
        async with embedded_front() as front:
            yield front
    else:
        async with start_nginx() as (front, _):
            yield front


@pytest.fixture(scope="module", params=["embedded", "nginx"])
async def of_a_province(request: pytest.FixtureRequest, start_nginx: StartNginx, emblem: Path) -> AsyncIterator[Front]:
    """Each edge in turn, of an installation with a name and an emblem of its own."""
    fields: dict[str, Any] = {"province_name": 'Tỉnh "Thanh Hóa" & Quảng Trị', "province_emblem": emblem}
    if request.param == "embedded":
        async with embedded_front(ProvinceSettings(**fields)) as front:
            yield front
    else:
        async with start_nginx(**fields) as (front, _):
            yield front


@pytest.fixture(scope="module")
def emblem(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A province's drawing, in a file whose name says nothing of its kind."""
    file = tmp_path_factory.mktemp("province") / "bieu-tuong"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#00529b"/></svg>')
    return file


@pytest.fixture
async def front(running: Front) -> Front:
    """Each edge in turn, with apps that have not been called."""
    for app in running.behind.values():
        app.calls.clear()
        app.answer = None
    return running
