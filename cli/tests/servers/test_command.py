"""The command itself, with PostgreSQL, which every machine of ours can run."""

import asyncio
import os
import re
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest
from click.testing import Result
from typer.testing import CliRunner

from chamdiem.main import app

from ..embedded.waiting import is_running, until

CHAMDIEM = Path(sys.executable).with_name("chamdiem")


def servers(*arguments: str | Path) -> Result:
    """The command run here: starting Python for each would cost more than all it does."""
    return CliRunner().invoke(app, ["servers", *(str(argument) for argument in arguments)])


@pytest.fixture
def data() -> Iterator[Path]:
    # PostgreSQL may have to run as a user who cannot pass pytest's own folders.
    with tempfile.TemporaryDirectory(prefix="chamdiem-test-") as name:
        Path(name).chmod(0o711)
        yield Path(name) / "servers"
        servers("down", "--data", Path(name) / "servers")


def up(data: Path) -> Result:
    return servers("up", "--only", "postgresql", "--data", data)


def begin(data: Path) -> subprocess.Popen[str]:
    """`up` that is not waited for."""
    command = [CHAMDIEM, "servers", "up", "--only", "postgresql", "--data", data]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


def wait_until(condition: Callable[[], bool]) -> None:
    asyncio.run(until(condition, within_s=60))


def pid_of(data: Path) -> int:
    found = re.search(
        r"^postgresql +đang chạy +18\.6 +127\.0\.0\.1:\d+ +(\d+) +\d+ MB$", servers("status", "--data", data).stdout, re.MULTILINE
    )
    assert found
    return int(found[1])


def test_what_up_starts_is_reached_by_the_settings_it_writes_and_outlives_it(data: Path) -> None:
    done = up(data)
    assert (done.exit_code, done.stdout.startswith("Đang chạy: postgresql.")) == (0, True), done.stderr
    assert "PostgreSQL: đã chạy tại 127.0.0.1:" in done.stderr
    settings = data / "settings/ranking"
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (settings, settings.parent)} == {0o700}
    for field, role in (("database_url", "chamdiem_ranking"), ("migration_database_url", "chamdiem_ranking_owner")):
        file = settings / f"chamdiem_ranking_{field}"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        with psycopg.connect(file.read_text().replace("+asyncpg", "")) as connection:
            assert connection.execute("SELECT current_user, current_setting('fsync')").fetchone() == (role, "on")


def test_a_second_up_changes_nothing_and_down_ends_it(data: Path) -> None:
    assert up(data).exit_code == 0
    pid = pid_of(data)
    files = {path: path.stat().st_mtime_ns for path in data.rglob("*") if path.is_file() and "cluster" not in path.parts}
    again = up(data)
    assert (again.exit_code, "PostgreSQL: đang chạy tại" in again.stderr) == (0, True)
    assert pid_of(data) == pid
    assert {path: path.stat().st_mtime_ns for path in files} == files
    assert "database system is ready" in servers("logs", "postgresql", "--data", data).stdout
    assert servers("down", "--data", data).stdout == "Đã dừng: postgresql.\n"
    assert not is_running(pid)
    assert servers("down", "--data", data).stdout == "Không có máy chủ nào đang chạy.\n"
    assert servers("status", "--data", data).exit_code == 3


def test_a_killed_server_is_shown_so_and_up_brings_it_back_with_its_data_and_port(data: Path) -> None:
    up(data)
    before = servers("status", "--data", data).stdout.split()[4]
    killed = pid_of(data)
    os.kill(killed, signal.SIGKILL)
    wait_until(lambda: not is_running(killed))
    dead = servers("status", "--data", data).stdout
    assert re.search(r"^postgresql +đã chết .*xem .*postgres\.log$", dead, re.MULTILINE)
    assert up(data).exit_code == 0
    assert servers("status", "--data", data).stdout.split()[4] == before


@pytest.mark.parametrize("moment", ["postgresql/cluster.new", "postgresql/cluster", "settings"])
def test_killed_while_it_makes_the_cluster_or_the_databases_it_is_taken_up_again(data: Path, moment: str) -> None:
    with begin(data) as begun:
        wait_until((data / moment).exists)
        begun.kill()
    assert up(data).exit_code == 0
    pid_of(data)


def test_stopped_at_the_keyboard_it_says_how_to_go_on(data: Path) -> None:
    with begin(data) as begun:
        wait_until((data / "postgresql/cluster.new").exists)
        begun.send_signal(signal.SIGINT)
        _, said = begun.communicate(timeout=30)
    assert begun.returncode == 130
    assert "Đã dừng giữa chừng" in said and "Traceback" not in said
    assert up(data).exit_code == 0


def test_unknown_names_are_refused_with_those_there_are(data: Path) -> None:
    refused = servers("up", "--only", "oracle", "--data", data)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("Không có máy chủ nào tên oracle; hãy chọn trong: postgresql,")
    assert servers("logs", "oracle", "--data", data).stderr.startswith("Không có nhật ký nào của oracle")
