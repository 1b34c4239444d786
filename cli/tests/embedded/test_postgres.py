import asyncio
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import asyncpg
import pytest

from chamdiem.embedded.databases import SERVICES
from chamdiem.embedded.errors import DataFolderInUse, EmbeddedPartFailed
from chamdiem.embedded.postgres import EmbeddedPostgres

from .waiting import is_running, owner_of, start_waiting, until

NOBODY = "65534:65534"


async def connect(url: str) -> asyncpg.Connection:
    return await asyncpg.connect(url.replace("+asyncpg", ""), ssl=False)


async def test_each_service_has_a_database_of_its_own_and_opens_no_other(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False) as postgres:
        for service in SERVICES:
            connection = await connect(postgres.url(service))
            await connection.execute("CREATE TABLE thing (name text)")
            assert await connection.fetchval("SELECT current_user") == f"chamdiem_{service}"
            assert await connection.fetchval("SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user") is False
            assert await connection.fetchval("SHOW server_encoding") == "UTF8"
            await connection.close()
        others = postgres.url("ranking").rpartition("/")[0] + "/chamdiem_identity"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connect(others)


async def test_a_wrong_password_is_refused(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False) as postgres:
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(
                host="127.0.0.1", port=postgres.port, user="chamdiem_identity", password="sai", database="chamdiem_identity", ssl=False
            )


async def test_nothing_secret_is_open_to_others(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False):
        files = [path for path in (tmp_path / "pg").iterdir() if path.is_file()]
        assert {"postgres.json", "databases.json"} <= {path.name for path in files}
        assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        assert not list((tmp_path / "pg").glob("password*"))


async def test_a_second_start_finds_data_port_and_passwords_as_they_were(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg") as postgres:
        url = postgres.url("assessment")
        connection = await connect(url)
        await connection.execute("CREATE TABLE thing AS SELECT 'Nguyễn' AS name")
        await connection.close()
    async with EmbeddedPostgres(tmp_path / "pg") as postgres:
        assert postgres.url("assessment") == url
        connection = await connect(url)
        assert await connection.fetchval("SELECT name FROM thing") == "Nguyễn"
        assert await connection.fetchval("SHOW fsync") == "on"
        await connection.close()


async def test_acknowledged_writes_outlive_a_killed_server_and_the_next_start_needs_no_repair(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg") as postgres:
        connection = await connect(postgres.url("assessment"))
        await connection.execute("CREATE TABLE thing (number integer)")
        await connection.executemany("INSERT INTO thing VALUES ($1)", [(number,) for number in range(100)])
        os.kill(postgres.pid, signal.SIGKILL)
        connection.terminate()
    assert (tmp_path / "pg" / "cluster" / "postmaster.pid").exists()
    async with EmbeddedPostgres(tmp_path / "pg") as postgres:
        connection = await connect(postgres.url("assessment"))
        assert await connection.fetchval("SELECT count(*) FROM thing") == 100
        await connection.close()


async def test_a_pid_file_whose_number_is_meanwhile_another_process_does_not_stop_the_start(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False):
        pass
    with start_waiting() as stranger:
        (tmp_path / "pg" / "cluster" / "postmaster.pid").write_text(f"{stranger.pid}\n{tmp_path}\n")
        async with EmbeddedPostgres(tmp_path / "pg", durable=False):
            assert is_running(stranger.pid)
        stranger.kill()


async def test_a_cluster_cut_short_while_it_was_made_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "pg" / "cluster.new").mkdir(parents=True)
    (tmp_path / "pg" / "cluster.new" / "PG_VERSION").write_text("18")
    async with EmbeddedPostgres(tmp_path / "pg", durable=False) as postgres:
        await (await connect(postgres.url("gateway"))).close()


async def test_a_second_server_on_the_same_folder_is_refused_and_the_first_goes_on(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False) as postgres:
        with pytest.raises(DataFolderInUse):
            await EmbeddedPostgres(tmp_path / "pg", durable=False).start()
        await (await connect(postgres.url("gateway"))).close()


async def test_a_server_that_cannot_start_says_so_in_vietnamese_and_leaves_the_folder_free(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False):
        pass
    (tmp_path / "pg" / "cluster" / "PG_VERSION").write_text("9")
    for _ in range(2):
        with pytest.raises(EmbeddedPartFailed, match="PostgreSQL không khởi động được"):
            await EmbeddedPostgres(tmp_path / "pg", durable=False).start()


async def test_stopping_does_not_wait_for_clients(tmp_path: Path) -> None:
    async with EmbeddedPostgres(tmp_path / "pg", durable=False) as postgres:
        pid = postgres.pid
        connection = await connect(postgres.url("gateway"))
        sleeping = asyncio.ensure_future(connection.execute("SELECT pg_sleep(600)"))
        await asyncio.sleep(0)
    await until(lambda: not is_running(pid))
    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, ConnectionError)):
        await sleeping
    connection.terminate()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")
async def test_root_can_also_run_it_as_nobody(open_folder: Path) -> None:
    async with EmbeddedPostgres(open_folder / "pg", durable=False, run_as=NOBODY) as postgres:
        assert owner_of(postgres.pid) == 65534
        await (await connect(postgres.url("gateway"))).close()
    async with EmbeddedPostgres(open_folder / "pg", durable=False, run_as=NOBODY) as postgres:
        await (await connect(postgres.url("gateway"))).close()


AS_ANOTHER_USER = """
import asyncio, os, sys
from pathlib import Path
from chamdiem.embedded import tether
from chamdiem.embedded.postgres import EmbeddedPostgres

async def main():
    async with EmbeddedPostgres(Path(sys.argv[1]), durable=False) as postgres:
        sys.stdout.write(f"{os.geteuid()} {postgres.url('gateway')}")

tether.become_mapped()
asyncio.run(main())
"""


def test_an_ordinary_user_runs_it_directly(tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", AS_ANOTHER_USER, str(tmp_path / "pg")], capture_output=True, text=True, check=False)
    if "unshare" in ran.stderr:
        pytest.skip("this system allows no user namespaces")
    assert ran.stdout.startswith("65534 postgresql+asyncpg://chamdiem_gateway:"), ran.stderr
