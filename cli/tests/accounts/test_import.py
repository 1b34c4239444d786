"""Accounts from a file, on a running platform."""

import csv
import stat
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest
from tests.e2e.live import Live, open_live

from chamdiem.accounts.importing import BATCH, Importer
from chamdiem.accounts.lines import ResultsFile, read_accounts
from chamdiem.cycle.faults import FolderFault
from chamdiem.embedded.errors import SignInRefused
from chamdiem.sign_in.code_flow import sign_in

COLUMNS = ("username", "holder_name", "kind", "roles")


@pytest.fixture(scope="module")
async def live() -> AsyncIterator[Live]:
    async with open_live() as running:
        yield running


class Interrupted(Exception):
    """What ends a command in the middle."""


def a_file(path: Path, *rows: tuple[str, ...], columns: tuple[str, ...] = COLUMNS) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([columns, *rows])
    return path


def nobody(done: int, total: int) -> None:
    """Is told and does nothing."""


async def import_(live: Live, file: Path, results: Path, told: Callable[[int, int], None] = nobody) -> tuple[int, int]:
    parts, administrator = live.platform.parts, live.platform.administrator
    tokens = await sign_in(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri, administrator.username, administrator.password)
    async with aiohttp.ClientSession(live.url) as http:
        importer = Importer(http, parts.issuer, parts.cli_client_id, tokens)
        return await importer.run(read_accounts(file), ResultsFile(results), told)


def rows_of(results: Path) -> dict[str, dict[str, str]]:
    with results.open(encoding="utf-8", newline="") as file:
        return {row["username"]: row for row in csv.DictReader(file)}


async def signs_in(live: Live, username: str, password: str) -> bool:
    parts = live.platform.parts
    try:
        await sign_in(parts.issuer, parts.cli_client_id, parts.cli_redirect_uri, username, password)
    except SignInRefused:
        return False
    return True


async def test_everybody_in_the_file_gets_an_account_and_a_password_that_opens(live: Live, tmp_path: Path) -> None:
    file = a_file(
        tmp_path / "a.csv",
        ("tk-lan", "Nguyễn Thị Lan", "support", ""),
        ("tk-thieu", "", "support", ""),
        ("tk-mai", "Trần Mai", "management", ""),
    )
    results = tmp_path / "a.ket-qua.csv"
    assert await import_(live, file, results) == (2, 1)
    rows = rows_of(results)
    assert [(name, row["line"], row["state"]) for name, row in rows.items()] == [
        ("tk-lan", "2", "granted"),
        ("tk-thieu", "3", "refused"),
        ("tk-mai", "4", "granted"),
    ]
    assert rows["tk-thieu"]["message"].startswith("holder_name: Thiếu giá trị")
    assert await signs_in(live, "tk-lan", rows["tk-lan"]["initial_password"])
    assert stat.S_IMODE(results.stat().st_mode) == 0o600


async def test_an_import_goes_on_where_it_stopped(live: Live, tmp_path: Path) -> None:
    names = [f"nhieu-{number:03}" for number in range(BATCH + 5)]
    file = a_file(tmp_path / "b.csv", *((name, "Cán bộ", "support", "") for name in names))
    results = tmp_path / "b.ket-qua.csv"

    def stop(done: int, total: int) -> None:
        if done == BATCH:
            raise Interrupted

    with pytest.raises(Interrupted):
        await import_(live, file, results, stop)
    before = rows_of(results)
    assert len(before) == BATCH
    assert await import_(live, file, results) == (len(names), 0)
    after = rows_of(results)
    assert list(after) == names
    assert {name: after[name] for name in before} == before
    assert await signs_in(live, names[0], after[names[0]]["initial_password"])
    assert await signs_in(live, names[-1], after[names[-1]]["initial_password"])


async def test_a_password_that_was_lost_on_its_way_is_given_anew(live: Live, tmp_path: Path) -> None:
    file = a_file(tmp_path / "c.csv", ("mat-mk", "Cán bộ", "support", ""))
    lost, kept = tmp_path / "lost.csv", tmp_path / "kept.csv"
    await import_(live, file, lost)
    assert await import_(live, file, kept) == (1, 0)
    assert await signs_in(live, "mat-mk", rows_of(kept)["mat-mk"]["initial_password"])
    assert not await signs_in(live, "mat-mk", rows_of(lost)["mat-mk"]["initial_password"])


async def test_who_is_refused_is_tried_again_once_the_file_is_mended(live: Live, tmp_path: Path) -> None:
    file, results = tmp_path / "d.csv", tmp_path / "d.ket-qua.csv"
    a_file(file, ("sua-lai", "", "support", ""))
    assert await import_(live, file, results) == (0, 1)
    a_file(file, ("sua-lai", "Cán bộ", "support", ""))
    assert await import_(live, file, results) == (1, 0)
    assert rows_of(results)["sua-lai"]["state"] == "granted"


@pytest.mark.parametrize(
    ("columns", "rows", "said"),
    [
        (("username", "holder_name"), [("a", "b")], "thiếu cột kind"),
        (("username", "holder_name", "kind", "luong"), [("a", "b", "support", "1")], "cột không có: luong"),
        (COLUMNS, [("a", "b", "support")], "có 3 ô"),
        (COLUMNS, [("a", "b", "quan-ly", "")], "kind phải là một trong"),
        (COLUMNS, [("a", "b", "support", ""), ("A", "c", "support", "")], "đã có ở dòng 2"),
    ],
)
def test_a_file_that_cannot_be_meant_so_is_refused_before_anything_is_done(
    tmp_path: Path, columns: tuple[str, ...], rows: list[tuple[str, ...]], said: str
) -> None:
    with pytest.raises(FolderFault, match=said):
        read_accounts(a_file(tmp_path / "e.csv", *rows, columns=columns))
