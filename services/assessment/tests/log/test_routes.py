"""The log of assessment over HTTP: who reads which lines, and that none holds a value."""

from typing import Any

from services.assessment.tests.sheets import OTHER, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of


async def _lines(client: Any, path: str = "/log", **filters: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ok(await client.get(path, params=filters))["items"]
    return found


async def test_a_manager_reads_what_units_and_home_affairs_did(desk: Desk) -> None:
    await desk.fill([{"item": "1.1", "option": "co", "explanation": "Bí mật 4711"}])
    lines = await _lines(desk.world.manager)
    (saved,) = (line for line in lines if line["act"] == "answer.saved")
    assert (saved["unit_code"], saved["title"]) == (UNIT, "Lưu số liệu kê khai")
    assert saved["subject"].startswith("Tiêu chí 1.1, ")
    assert {"period.opened", "period.created", "criteria_set.published"} <= {line["act"] for line in lines}
    assert "4711" not in str(lines)


async def test_an_administrator_reads_units_lines_only_and_nothing_that_was_written(desk: Desk) -> None:
    await desk.fill()
    ok(await desk.officer.post(desk.path("/submit")))
    ok(await desk.head.post(desk.path("/return"), json={"reason": "Sai số 4711"}))
    lines = await _lines(desk.world.administrator)
    assert {line["act"].partition(".")[0] for line in lines} == {"sheet", "answer"}
    assert "4711" not in str(lines)
    (returned,) = await _lines(desk.world.manager, act="sheet.returned")
    assert returned["reason"] == "Sai số 4711"


async def test_a_manager_of_one_unit_reads_that_units_lines_only(desk: Desk) -> None:
    await desk.fill()
    other = await desk.world.client("management", only_for_unit=OTHER)
    assert await _lines(other) == []
    own = await desk.world.client("management", only_for_unit=UNIT)
    assert {line["unit_code"] for line in await _lines(own)} == {UNIT}


async def test_the_log_is_filtered_by_unit_and_act(desk: Desk) -> None:
    await desk.fill()
    assert await _lines(desk.world.manager, unit_code=OTHER) == []
    assert {line["act"] for line in await _lines(desk.world.manager, act="answer.saved")} == {"answer.saved"}
    exported = await desk.world.manager.get("/log/file.csv", params={"act": "answer.saved"})
    assert len(exported.content.decode("utf-8-sig").splitlines()) == 1 + len(await _lines(desk.world.manager, act="answer.saved"))


async def test_units_read_no_log_but_the_own(desk: Desk) -> None:
    await desk.fill()
    for client in (desk.officer, desk.head):
        for path in ("/log", "/log/file.csv"):
            assert problem_of(await client.get(path)) == (403, "access/not-permitted")
    assert {line["act"] for line in await _lines(desk.officer, "/log/own")} == {"sheet.begun", "answer.saved"}
    assert await _lines(desk.head, "/log/own") == []
