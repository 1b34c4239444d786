"""What Home Affairs takes away of a running period: who has sent, and what was declared."""

import csv
from io import BytesIO, StringIO

import httpx
import openpyxl
from services.assessment.tests.sheets import COMPLETE, DEADLINE, OTHER, UNIT, Desk


async def test_the_progress_names_every_unit_with_its_state_and_no_score(desk: Desk) -> None:
    await desk.fill(COMPLETE[:2])
    rows = _csv(await desk.world.manager.get(f"/periods/{desk.period_id}/sheets/file.csv"))
    assert [(r["Mã đơn vị"], r["Trạng thái"], r["Đã kê khai (%)"], r["Gửi lúc"]) for r in rows] == [
        (UNIT, "Đang nhập liệu", "50", ""),
        (OTHER, "Chưa chấm điểm", "0", ""),
    ]
    book = openpyxl.load_workbook(BytesIO((await desk.world.manager.get(f"/periods/{desk.period_id}/sheets/file.xlsx")).content))
    assert [row[1] for row in book.worksheets[0].iter_rows(values_only=True, min_row=2)] == [UNIT, OTHER]


async def test_a_late_sheet_is_marked_in_the_progress(desk: Desk) -> None:
    await desk.ready()
    await desk.at(DEADLINE.replace("17:00:00", "17:00:01"))
    await desk.send()
    [row] = _csv(await desk.officer.get(f"/periods/{desk.period_id}/sheets/file.csv"))
    assert (row["Mã đơn vị"], row["Trạng thái"], row["Gửi chậm"]) == (UNIT, "Đã gửi kết quả tự đánh giá", "Có")


async def test_declared_values_are_of_sent_sheets_only_and_in_the_sets_order(desk: Desk) -> None:
    path = f"/periods/{desk.period_id}/declared-values/file.csv"
    await desk.ready()
    assert _csv(await desk.world.manager.get(path)) == []
    await desk.send()
    rows = _csv(await desk.world.manager.get(path))
    values = ("Mã tiêu chí", "Phương án", "Số đạt được (b)", "Tổng số phải thực hiện (a)", "Số lượng", "Điểm tự chấm")
    assert [tuple(r[name] for name in values) for r in rows] == [
        ("1.1", "Có", "", "", "", "2.00"),
        ("1.2.1", "", "1", "3", "", "1.00"),
        ("1.2.2", "", "", "", "2", "1.00"),
        ("2.1", "", "", "", "3", "2.50"),
    ]
    assert {r["Mã đơn vị"] for r in rows} == {UNIT}
    group = rows[0]["Nhóm xếp hạng"]
    assert _csv(await desk.world.manager.get(path, params={"group": group})) == rows
    assert _csv(await desk.world.manager.get(path, params={"group": "khong-co"})) == []


async def test_a_unit_takes_away_its_own_values_and_nobody_elses(desk: Desk) -> None:
    await desk.ready()
    await desk.send()
    other = await desk.world.client("data_entry", unit_code=OTHER)
    path = f"/periods/{desk.period_id}/declared-values/file.csv"
    assert {r["Mã đơn vị"] for r in _csv(await desk.officer.get(path))} == {UNIT}
    assert _csv(await other.get(path)) == []
    assert [r["Mã đơn vị"] for r in _csv(await other.get(f"/periods/{desk.period_id}/sheets/file.csv"))] == [OTHER]


def _csv(answer: httpx.Response) -> list[dict[str, str]]:
    assert answer.status_code == 200, answer.text
    return list(csv.DictReader(StringIO(answer.content.decode("utf-8-sig"), newline="")))
