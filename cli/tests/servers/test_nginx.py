"""nginx as a native server: it starts without the others, is led elsewhere while it runs, and keeps what it has when told nonsense."""

import os
import signal
import tempfile
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import httpx
import pytest
from rich.console import Console
from tests.edge.behind import Behind, given, served
from tests.support.eventually import eventually
from tests.support.house import problem_of
from tests.support.real_servers import RealServers

from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.native import Servers
from chamdiem.servers.nginx import Nginx
from chamdiem.servers.progress import Board


@pytest.fixture
async def servers(real_servers: RealServers) -> AsyncIterator[Servers]:
    """A data folder of its own, in which nginx runs."""
    await real_servers.have("nginx")  # skips where this machine cannot have it
    with tempfile.TemporaryDirectory(prefix="chamdiem-nginx-") as name:
        os.chmod(name, 0o711)  # noqa: PTH101  the same without waiting
        servers = Servers(Path(name) / "servers")
        await up(servers)
        yield servers
        await servers.down()


async def up(servers: Servers) -> None:
    outcome = await servers.up(["nginx"], Board(Console(file=StringIO())))
    assert outcome.running == ("nginx",), outcome.faults


def nginx_of(servers: Servers) -> Nginx:
    server = servers.by_name["nginx"]
    assert isinstance(server, Nginx)
    return server


async def test_it_is_led_to_replicas_while_it_runs_and_remembers_them(servers: Servers) -> None:
    nginx = nginx_of(servers)
    pid = nginx.programs()[0].pid
    ranking = Behind("ranking")
    async with served(ranking) as port, httpx.AsyncClient(base_url=nginx.url) as client:
        assert problem_of(await client.get("/api/ranking/x")) == (502, "request/service-unreachable")
        await nginx.route({"ranking": [f"127.0.0.1:{port}"]})
        assert given(await client.get("/api/ranking/x"))["by"] == "ranking"
        await up(servers)
        assert nginx.programs()[0].pid == pid, "what runs is left alone"
        await servers.down()
        await up(servers)
        assert given(await client.get("/api/ranking/x"))["by"] == "ranking"


async def test_what_it_would_refuse_changes_nothing(servers: Servers) -> None:
    nginx = nginx_of(servers)
    ranking = Behind("ranking")
    async with served(ranking) as port, httpx.AsyncClient(base_url=nginx.url) as client:
        await nginx.route({"ranking": [f"127.0.0.1:{port}"]})
        with pytest.raises(ServerFailed, match="nginx không nhận cấu hình"):
            await nginx.route({"ranking": ["khong-co-may-nay.invalid:80"]})
        await nginx.reload()
        assert given(await client.get("/api/ranking/x"))["by"] == "ranking"


async def test_its_workers_are_not_root(servers: Servers) -> None:
    (master,) = nginx_of(servers).programs()
    workers = [pid for pid in master.members() if pid != master.pid]
    owners = {os.stat(f"/proc/{pid}").st_uid for pid in workers}  # noqa: PTH116
    assert len(workers) == 2
    assert 0 not in owners


async def test_after_a_kill_it_comes_up_at_the_same_address(servers: Servers) -> None:
    nginx = nginx_of(servers)
    url, (master,) = nginx.url, nginx.programs()
    os.kill(master.pid, signal.SIGKILL)

    async def gone() -> bool:
        return not nginx.runs()

    await eventually(gone)
    await up(servers)
    assert nginx.url == url
    async with httpx.AsyncClient(base_url=url) as client:
        assert (await client.get("/health/live")).status_code == 200
    (again,) = nginx.programs()
    assert all(pid not in master.members() for pid in again.members()), "nothing of the killed one is left"
