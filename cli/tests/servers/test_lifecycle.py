import asyncio
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from chamdiem.embedded.errors import DataFolderInUse
from chamdiem.servers.errors import ServerFailed
from chamdiem.servers.native import Servers
from chamdiem.servers.progress import Board
from chamdiem.servers.server import NativeServer

from ..embedded.waiting import is_running, start_waiting, until
from .toys import Broken, Built, Careless, Dying, Impossible, Late, NeedsBroken, Stubborn, Toy, toy_servers

TOYS = Path(__file__).with_name("toys.py")


def quiet() -> Board:
    return Board(Console(file=StringIO()))


@asynccontextmanager
async def running(folder: Path, *kinds: type[NativeServer]) -> AsyncIterator[Servers]:
    """Servers of these kinds, up; down at the end."""
    servers = toy_servers(folder, *kinds)
    try:
        await servers.up(board=quiet())
        yield servers
    finally:
        await servers.down()


def toy(servers: Servers, name: str = "toy") -> Toy:
    server = servers.by_name[name]
    assert isinstance(server, Toy)
    return server


async def test_a_second_up_finds_what_runs_and_starts_nothing(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy) as servers:
        before = [(one.pid, one.address) for one in await servers.status()]
        again = await toy_servers(tmp_path / "data", Toy).up(board=quiet())
        assert again.running == ("toy",) and not again.faults
        assert [(one.pid, one.address) for one in await servers.status()] == before


async def test_fetching_gets_the_programs_starts_nothing_and_says_what_cannot_be_had(tmp_path: Path) -> None:
    servers = toy_servers(tmp_path / "data", Toy, Impossible)
    assert await servers.fetch(board=quiet()) == {"impossible": ["Thiếu phép màu; hãy chờ."]}
    assert {one.state for one in await servers.status()} <= {"stopped"}
    assert await servers.fetch(["toy"], board=quiet()) == {}
    with pytest.raises(ServerFailed):
        await servers.fetch(["chua-tung-co"], board=quiet())


async def test_down_ends_a_server_with_all_it_started_and_says_what_ran(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy) as servers:
        pids = [toy(servers).programs()[0].pid, toy(servers).child]
        assert await toy_servers(tmp_path / "data", Toy).down() == ["toy"]
        assert not any(is_running(pid) for pid in pids)
        assert await servers.down() == []
        assert [one.state for one in await servers.status()] == ["stopped"]


async def test_one_that_does_not_end_when_asked_is_killed_with_its_children(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Stubborn) as servers:
        pids = [toy(servers, "stubborn").programs()[0].pid, toy(servers, "stubborn").child]
        assert await servers.down() == ["stubborn"]
        await until(lambda: not any(is_running(pid) for pid in pids))


async def test_what_a_server_starts_on_its_way_out_is_ended_too(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Careless) as servers:
        assert len(processes_of(tmp_path / "data")) == 2
        assert await servers.down() == ["careless"]
        assert processes_of(tmp_path / "data") == []


async def test_a_killed_server_is_shown_as_dead_its_children_are_ended_and_it_is_started_again(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy) as servers:
        first, orphan = toy(servers).programs()[0].pid, toy(servers).child
        os.kill(first, signal.SIGKILL)
        await until(lambda: not is_running(first))
        assert [one.state for one in await servers.status()] == ["died"]
        assert (await servers.up(board=quiet())).running == ("toy",)
        assert not is_running(orphan)
        assert toy(servers).programs()[0].pid != first


async def test_a_stranger_with_the_number_of_a_server_that_is_gone_is_left_alone(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy) as servers:
        record = toy(servers).programs()[0].record
        content = json.loads(record.read_text())
    with start_waiting() as stranger:
        record.write_text(json.dumps({**content, "pid": stranger.pid}))
        assert [one.state for one in await servers.status()] == ["died"]
        assert await servers.down() == []
        assert is_running(stranger.pid)
        stranger.kill()


async def test_a_record_of_before_the_machine_was_started_again_names_nobody(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy) as servers:
        program = toy(servers).programs()[0]
        content = json.loads(program.record.read_text())
        program.record.write_text(json.dumps({**content, "boot": "another"}))
        assert [one.state for one in await servers.status()] == ["died"]
        program.record.write_text(json.dumps(content))


async def test_what_is_missing_or_fails_is_said_and_the_others_run(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy, Impossible, Broken, NeedsBroken, Late) as servers:
        outcome = await servers.up(board=quiet())
        assert outcome.running == ("toy", "late")
        assert outcome.faults == {
            "impossible": ["Thiếu phép màu; hãy chờ."],
            "broken": ["Hỏng rồi."],
            "needing": ["Phụ thuộc cần Hỏng; hãy sửa lỗi ấy trước rồi chạy lại."],
        }
        assert outcome.absent == {"impossible"}


async def test_a_server_that_ends_at_once_names_its_log(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Dying) as servers:
        outcome = await servers.up(board=quiet())
    log = tmp_path / "data/dying/logs/toy.log"
    assert outcome.faults == {"dying": [f"Yếu không khởi động được; xem {log}."]}
    assert log.read_text() == "chết vì yếu\n"


async def test_only_starts_what_it_names_and_what_that_needs(tmp_path: Path) -> None:
    servers = toy_servers(tmp_path / "data", Toy, Stubborn, Late)
    try:
        assert (await servers.up(["late"], quiet())).running == ("toy", "late")
        assert await servers.down(["late"]) == ["late"]
        assert {one.name: one.state for one in await servers.status()} == {"toy": "running", "stubborn": "stopped", "late": "stopped"}
        with pytest.raises(ServerFailed, match="Không có máy chủ nào tên nginx; hãy chọn trong: toy, stubborn, late"):
            await servers.up(["nginx"])
    finally:
        await servers.down()


async def test_while_one_command_works_another_is_told_to_wait(tmp_path: Path) -> None:
    servers = toy_servers(tmp_path / "data", Toy)
    servers.folder.open()
    try:
        with pytest.raises(DataFolderInUse, match="Một lệnh khác đang làm việc với"):
            await toy_servers(tmp_path / "data", Toy).up(board=quiet())
    finally:
        servers.folder.close()


async def test_ports_and_passwords_stay_and_are_closed_to_others(tmp_path: Path) -> None:
    async with running(tmp_path / "data", Toy) as servers:
        port, secret = toy(servers).place.port("play"), toy(servers).place.secret("root")
    async with running(tmp_path / "data", Toy) as servers:
        assert (toy(servers).place.port("play"), toy(servers).place.secret("root")) == (port, secret)
    assert {stat.S_IMODE((tmp_path / "data" / name).stat().st_mode) for name in ("secrets.json", "ports.json")} == {0o600}
    assert stat.S_IMODE((tmp_path / "data/toy").stat().st_mode) == 0o700


def begin(folder: Path) -> subprocess.Popen[bytes]:
    """An `up` in a process of its own."""
    return subprocess.Popen([sys.executable, str(TOYS), str(folder)], stderr=subprocess.DEVNULL)


@pytest.mark.parametrize("moment", ["lock", "ports.json", "toy/run/toy.json", "toy/up", "built/run/tool.json", "provisioned.json"])
async def test_up_killed_at_any_moment_leaves_nothing_that_down_does_not_end(tmp_path: Path, moment: str) -> None:
    folder = tmp_path / "data"
    with begin(folder) as up:
        await until((folder / moment).exists)
        up.kill()
    await toy_servers(folder).down()
    assert processes_of(folder) == []


async def test_up_after_a_killed_up_ends_its_build_and_finishes(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with begin(folder) as up:
        await until(lambda: bool(list((tmp_path / "data-cache").glob("built-1.new-*/building"))))
        up.kill()
    build = json.loads((folder / "built/run/tool.json").read_text())["pid"]
    (folder / "quick").touch()
    servers = toy_servers(folder)
    try:
        outcome = await servers.up(board=quiet())
        assert not outcome.faults
        assert not is_running(build)
        assert [path.name for path in (tmp_path / "data-cache").iterdir() if path.is_dir()] == ["built-1"]
    finally:
        await servers.down()


async def test_up_that_is_stopped_ends_its_build_keeps_what_runs_and_is_taken_up_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    servers = toy_servers(folder, Toy, Built)
    task = asyncio.ensure_future(servers.up(board=quiet()))
    await until(lambda: (folder / "toy/up").exists() and bool(list((tmp_path / "data-cache").glob("built-1.new-*/building"))))
    build = json.loads((folder / "built/run/tool.json").read_text())["pid"]
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not is_running(build)
    (folder / "quick").touch()
    first = toy(servers).programs()[0].pid
    try:
        assert (await servers.up(board=quiet())).running == ("toy", "built")
        assert toy(servers).programs()[0].pid == first
    finally:
        await servers.down()


async def test_two_folders_build_once(tmp_path: Path) -> None:
    for name in ("data", "more"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "quick").touch()
    both = [Servers(tmp_path / name, cache=toy_servers(tmp_path / "data").cache, catalogue=(Built,)) for name in ("data", "more")]
    try:
        outcomes = await asyncio.gather(*(servers.up(board=quiet()) for servers in both))
        assert [outcome.faults for outcome in outcomes] == [{}, {}]
        assert [(tmp_path / name / "built/logs/tool.log").exists() for name in ("data", "more")].count(True) == 1
    finally:
        await asyncio.gather(*(servers.down() for servers in both))


def processes_of(folder: Path) -> list[int]:
    """The living processes that were started for this folder, by what they were given."""
    mark = f"CHAMDIEM_SERVER={folder}/".encode()
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if mark in environment and is_running(int(entry.name)):
            found.append(int(entry.name))
    return found
