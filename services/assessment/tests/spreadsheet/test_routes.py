"""Declared values of a sheet out as XLSX and in again, over HTTP."""

import base64
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import httpx
import openpyxl
import pytest
from services.assessment.tests.sheets import OTHER, PDF, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

TITLES = ("Mã tiêu chí", "Phương án", "Số đạt được (b)", "Tổng số phải thực hiện (a)", "Số lượng", "Không áp dụng", "Giải trình")


async def exported(desk: Desk) -> Any:
    """The workbook as the officer gets it."""
    answer = await desk.officer.get(desk.path("/declared-values.xlsx"))
    assert answer.status_code == 200, answer.text
    return openpyxl.load_workbook(BytesIO(answer.content))


def bytes_of(book: Any) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def a_table(*lines: tuple[object, ...], titles: tuple[str, ...] = TITLES) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in (titles, *lines):
        book.active.append(list(line))
    return bytes_of(book)


async def sent(
    desk: Desk, content: bytes, client: httpx.AsyncClient | None = None, *, dry_run: bool = False, **more: bool
) -> httpx.Response:
    body = {"content": base64.b64encode(content).decode(), "dry_run": dry_run, **more}
    return await (client or desk.officer).post(desk.path("/declared-values/import"), json=body)


async def values(desk: Desk) -> Mapping[str, Any]:
    return {item["item"]: item for item in (await desk.sheet())["items"]}


def head_of(sheet: Any) -> dict[str, int]:
    return {cell.value: cell.column for cell in sheet[3]}


async def test_what_is_filled_into_the_exported_file_stands_on_the_sheet(desk: Desk) -> None:
    book = await exported(desk)
    sheet = book["Số liệu kê khai"]
    column, row = head_of(sheet), {sheet.cell(r, 1).value: r for r in range(4, sheet.max_row + 1)}
    assert list(row) == ["1.1", "1.2.1", "1.2.2", "2.1", "B1"]
    sheet.cell(row["1.1"], column["Phương án"], "Có")
    sheet.cell(row["1.2.1"], column["Số đạt được (b)"], 1)
    sheet.cell(row["1.2.1"], column["Tổng số phải thực hiện (a)"], "1.260,5")
    sheet.cell(row["2.1"], column["Số lượng"], 3)
    sheet.cell(row["2.1"], column["Giải trình"], "=HYPERLINK không phải công thức")
    told = ok(await sent(desk, bytes_of(book)))
    assert (told["rows"], told["changed"], told["saved"], told["faults"]) == (5, 3, 3, [])
    found = await values(desk)
    assert (found["1.1"]["self_score"], found["1.2.1"]["denominator"], found["2.1"]["self_score"]) == ("2.00", "1260.5", "2.50")


async def test_the_exported_file_changes_nothing_when_it_comes_back_as_it_is(desk: Desk) -> None:
    file = await desk.upload("a.pdf", PDF)
    await desk.fill()
    lines = [
        {"item": "1.1", "option": "khong", "explanation": "Dòng một\nDòng hai", "evidence": [file["id"]]},
        {"item": "1.2.1", "not_applicable": True, "explanation": "-x"},
        {"item": "B1", "count": "2"},
    ]
    await desk.fill(lines)
    before = await values(desk)
    told = ok(await sent(desk, bytes_of(await exported(desk))))
    assert (told["changed"], told["saved"], told["faults"]) == (0, 0, [])
    assert await values(desk) == before


async def test_help_columns_are_locked_and_open_cells_are_not(desk: Desk) -> None:
    book = await exported(desk)
    sheet = book["Số liệu kê khai"]
    column = head_of(sheet)
    assert sheet.protection.sheet
    locked = {title: sheet.cell(4, place).protection.locked for title, place in column.items()}
    assert [title for title, is_locked in locked.items() if not is_locked] == ["Phương án", "Giải trình"]
    assert book["Phương án"].sheet_state == "hidden"


async def test_faults_stand_at_their_cells_and_nothing_is_saved(desk: Desk) -> None:
    content = a_table(
        ("1.1", "Có lẽ"),
        ("1.2.1", None, "ba", "4"),
        ("1.2.2", None, None, None, 2),
        ("9.9", None, None, None, 1),
        ("2.1", None, None, None, 1.5),
        ("1.2.1", None, "1", None),
        ("1.2.2", None, None, None, 3),
    )
    told = ok(await sent(desk, content))
    assert (told["saved"], [fault["cell"] for fault in told["faults"]]) == (0, ["B2", "C3", "A5", "E6", "D7", "A8"])
    assert await values(desk) == {}
    tried = ok(await sent(desk, content, dry_run=True, only_right_lines=True))
    assert (tried["saved"], tried["changed"], await values(desk)) == (0, 1, {})
    kept = ok(await sent(desk, content, only_right_lines=True))
    assert (kept["saved"], kept["items"], list(await values(desk))) == (1, ["1.2.2"], ["1.2.2"])


async def test_files_stay_and_columns_that_the_file_lacks_stay_too(desk: Desk) -> None:
    file = await desk.upload("a.pdf", PDF)
    await desk.fill([{"item": "1.1", "option": "co", "explanation": "Giữ lại", "evidence": [file["id"]]}])
    ok(await sent(desk, a_table(("1.1", "Không"), titles=("Mã tiêu chí", "Phương án"))))
    found = (await values(desk))["1.1"]
    assert (found["option"], found["explanation"], [e["id"] for e in found["evidence"]]) == ("khong", "Giữ lại", [file["id"]])


async def test_a_line_that_somebody_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    await desk.fill([{"item": "2.1", "count": "1"}])
    book = await exported(desk)
    sheet = book["Số liệu kê khai"]
    await desk.fill([{"item": "2.1", "count": "2"}])
    told = ok(await sent(desk, bytes_of(book)))
    assert [fault["column"] for fault in told["faults"]] == ["item"]
    assert "sửa" in told["faults"][0]["detail"]
    assert (await values(desk))["2.1"]["count"] == "2"
    assert sheet.max_row == 8


async def test_nothing_comes_in_while_the_sheet_may_not_be_written(desk: Desk) -> None:
    await desk.fill()
    await desk.approve()
    assert problem_of(await sent(desk, a_table(("2.1", None, None, None, 4)))) == (409, "assessment/already-approved")
    assert problem_of(await sent(desk, a_table(("2.1", None, None, None, 4)), dry_run=True)) == (409, "assessment/already-approved")
    assert (await desk.officer.get(desk.path("/declared-values.xlsx"))).status_code == 200


async def test_nobody_outside_the_unit_gets_or_gives_a_file(desk: Desk) -> None:
    await desk.fill()
    stranger = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    appraiser = await desk.world.client("appraisal", "appraisal_lead", appraiser_code="SNV")
    content = a_table(("2.1", None, None, None, 9))
    assert problem_of(await stranger.get(desk.path("/declared-values.xlsx"))) == (404, "assessment/sheet-not-found")
    assert problem_of(await sent(desk, content, stranger)) == (404, "assessment/sheet-not-found")
    for refused in (desk.world.manager, desk.world.administrator, appraiser):
        assert problem_of(await refused.get(desk.path("/declared-values.xlsx"))) == (403, "access/not-permitted")
        assert problem_of(await sent(desk, content, refused)) == (403, "access/not-permitted")
    assert (await values(desk))["2.1"]["count"] == "3"


@pytest.mark.parametrize("kind", ["bomb", "text", "base64", "empty"])
async def test_a_file_that_is_no_table_is_refused(desk: Desk, kind: str) -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"\0" * 60 * 1024 * 1024)
    content = {"bomb": bomb.getvalue(), "text": b"\x00\x01", "base64": b"", "empty": a_table()}[kind]
    answer = await sent(desk, content)
    if kind == "base64":
        answer = await desk.officer.post(desk.path("/declared-values/import"), json={"content": "không", "dry_run": True})
    assert problem_of(answer) == (422, "request/not-a-table")
