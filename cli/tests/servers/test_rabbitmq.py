"""The native RabbitMQ: what it says where it cannot be had, and that it leaves nothing running."""

import os
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from tests.support.real_servers import RealServers

from chamdiem.servers import rabbitmq_packages
from chamdiem.servers.native import Servers
from chamdiem.servers.place import Options
from chamdiem.servers.progress import Board
from chamdiem.servers.rabbitmq import RabbitMQ


@pytest.fixture
async def servers(real_servers: RealServers, tmp_path: Path) -> AsyncIterator[Servers]:
    await real_servers.have("rabbitmq")  # skips where this machine cannot have one
    own = Servers(tmp_path / "data", options=Options(durable=False))
    yield own
    await own.down()


async def up(servers: Servers) -> RabbitMQ:
    outcome = await servers.up(["rabbitmq"], Board(Console(file=StringIO())))
    assert outcome.faults == {}
    server = servers.by_name["rabbitmq"]
    assert isinstance(server, RabbitMQ)
    return server


def name_of(pid: int) -> str:
    """The program that a process runs."""
    return Path(f"/proc/{pid}/comm").read_text().strip()


def processes_of(folder: Path) -> set[int]:
    """Every process whose command line or environment names the folder."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            try:
                if str(folder).encode() in (entry / "cmdline").read_bytes() + (entry / "environ").read_bytes():
                    found.add(int(entry.name))
            except OSError:
                continue
    return found


async def test_it_starts_once_keeps_its_name_when_it_comes_back_and_leaves_no_process(servers: Servers) -> None:
    server = await up(servers)
    first = {daemon.program: daemon.pid for daemon in server.programs()}
    assert first.keys() == {"epmd", "rabbitmq"}
    assert name_of(first["rabbitmq"]) == "beam.smp"
    assert {daemon.program: daemon.pid for daemon in (await up(servers)).programs()} == first
    await servers.down()
    assert processes_of(servers.folder.path) == set()
    await up(servers)


async def test_settings_name_each_service_its_own_user(real_servers: RealServers) -> None:
    server = await real_servers.have("rabbitmq")
    urls = {service: fields["bus_url"] for service, fields in server.settings().items()}
    assert len(set(urls.values())) == 5
    assert all(url.startswith(f"amqp://chamdiem_{service}:") for service, url in urls.items())
    written = real_servers.settings_of("ranking") / "chamdiem_ranking_bus_url"
    assert written.read_text() == urls["ranking"]
    assert written.stat().st_mode & 0o077 == 0


def test_what_is_missing_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert rabbitmq_packages.missing() == []
    monkeypatch.setenv("PATH", str(tmp_path))
    (sentence,) = rabbitmq_packages.missing()
    assert "apt-get" in sentence and sentence.endswith(".")
