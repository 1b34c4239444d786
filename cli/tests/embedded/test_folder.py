import socket
import stat
import sys
from pathlib import Path

import pytest

from chamdiem.embedded.errors import DataFolderInUse, EmbeddedPartFailed
from chamdiem.embedded.folder import DataFolder, write_private
from chamdiem.embedded.ports import ReservedPorts
from chamdiem.embedded.process import Children

from .waiting import is_running, start_waiting, until


def test_a_folder_in_use_is_refused_until_it_is_let_go(tmp_path: Path) -> None:
    first, second = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "data")
    first.open()
    with pytest.raises(DataFolderInUse, match="đang được một nền tảng khác dùng"):
        second.open()
    first.close()
    second.open()
    second.close()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EmbeddedPartFailed, match="hãy chọn thư mục khác"):
        DataFolder(tmp_path / "file" / "data").open()


def test_a_private_file_is_closed_to_others_even_where_an_open_one_stood(tmp_path: Path) -> None:
    path = tmp_path / "secret.json"
    path.write_text("old")
    path.chmod(0o644)
    write_private(path, "new", durable=True)
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_remembered_port_is_chosen_again_and_a_taken_one_is_not() -> None:
    with ReservedPorts(("a", "b"), {}) as first:
        assert first.by_name["a"] != first.by_name["b"]
    with ReservedPorts(("a", "b"), first.by_name) as again:
        assert again.by_name == first.by_name
    with socket.socket() as other:
        other.bind(("127.0.0.1", first.by_name["a"]))
        other.listen()
        with ReservedPorts(("a", "b"), first.by_name) as second:
            assert second.by_name["a"] != first.by_name["a"]
            assert second.by_name["b"] == first.by_name["b"]


def test_a_port_chosen_by_one_platform_is_not_chosen_by_another_before_its_server_listens() -> None:
    with ReservedPorts(("a",), {}) as first, ReservedPorts(("a",), first.by_name) as second:
        assert second.by_name["a"] != first.by_name["a"]


async def test_what_a_killed_start_left_is_ended_and_a_strangers_process_of_the_same_number_is_not(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with start_waiting(str(tmp_path / "cluster")) as ours, start_waiting(f"{tmp_path}-of-another/cluster") as stranger:
        left = [{"name": "server", "pid": process.pid, "stop_signal": 15} for process in (ours, stranger)]
        folder.write_json("children.json", {"children": left})
        await Children(folder).end_leftovers()
        assert not is_running(ours.pid)
        assert is_running(stranger.pid)
        stranger.kill()


async def test_a_leftover_that_does_not_listen_is_killed(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with start_waiting(str(tmp_path / "store"), first="signal.signal(15, signal.SIG_IGN); print(flush=True)") as deaf:
        assert deaf.stdout is not None
        deaf.stdout.read(1)
        folder.write_json("children.json", {"children": [{"name": "server", "pid": deaf.pid, "stop_signal": 15}]})
        await Children(folder).end_leftovers(patience_s=0.1)
        assert not is_running(deaf.pid)


async def test_a_program_missing_from_the_installation_is_named(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with pytest.raises(EmbeddedPartFailed, match="Thiếu chương trình weed"):
        Children(folder).start("weed", [tmp_path / "weed"], cwd=tmp_path, env={})


async def test_a_child_ends_when_asked_and_is_forgotten(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    children = Children(folder)
    child = children.start("waits", [sys.executable, "-c", "import signal; signal.pause()", tmp_path], cwd=tmp_path, env={})
    await until(lambda: is_running(child.process.pid))
    assert [entry["pid"] for entry in folder.read_json("children.json")["children"]] == [child.process.pid]
    await children.stop(child)
    assert not is_running(child.process.pid)
    assert folder.read_json("children.json") == {"children": []}
