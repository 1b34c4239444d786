"""A unit's sheets over the periods, and what the page of one sheet is told beside its values."""

from datetime import datetime
from typing import Any

from services.assessment.tests.sheets import DEADLINE, LAST, OTHER, Desk, an_account
from services.assessment.tests.world import ok

_SAID = ("status", "self_total", "missing_count", "rehearsal", "sent_at")
_TIMES = ("opens_at", "deadline", "last_instant", "clock_at")


async def listed(client: Any, **params: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ok(await client.get("/sheets", params=params))["items"]
    return found


async def test_a_unit_finds_its_sheet_with_its_deadline_and_what_is_missing(desk: Desk) -> None:
    await desk.fill([{"item": "1.1", "option": "co"}])
    (own,) = await listed(desk.officer)
    sheet = await desk.sheet()
    assert own["sheet_id"] == desk.sheet_id
    assert {key: own[key] for key in _SAID} == {key: sheet[key] for key in _SAID}
    assert {key: datetime.fromisoformat(own[key]) for key in _TIMES} == {key: datetime.fromisoformat(sheet[key]) for key in _TIMES}
    assert (own["missing_count"], own["may_write"], own["set_title"]) == (4, True, "Bộ tiêu chí thử đủ cách chấm")


async def test_only_the_program_that_is_asked_for_is_listed(desk: Desk) -> None:
    assert len(await listed(desk.officer, program="par_index")) == 1
    assert await listed(desk.officer, program="task_completion") == []


async def test_nobody_finds_another_units_sheet_in_the_list(desk: Desk) -> None:
    other = await desk.world.client("data_entry", unit_code=OTHER)
    assert desk.sheet_id not in {s["sheet_id"] for s in await listed(other)}
    assert await listed(desk.world.manager) == []
    appraiser = await desk.world.house.told(an_account("appraisal", appraiser_code="SNV"))
    assert (await appraiser.get("/sheets")).status_code == 403


async def test_the_list_comes_in_pages_newest_first(desk: Desk) -> None:
    second = await Desk.begin(desk.world, year=2022)
    first_page = ok(await desk.officer.get("/sheets", params={"limit": 1}))
    assert [s["sheet_id"] for s in first_page["items"]] == [second.sheet_id]
    rest = ok(await desk.officer.get("/sheets", params={"limit": 1, "after": first_page["next"]}))
    assert ([s["sheet_id"] for s in rest["items"]], rest["next"]) == ([desk.sheet_id], None)


async def test_a_sheet_says_why_it_is_read_only_and_who_lifts_it(desk: Desk) -> None:
    assert (await desk.sheet())["read_only"] is None
    await desk.at(DEADLINE)
    await desk.ready()
    assert (await desk.sheet())["read_only"]["type"] == "assessment/already-approved"
    await desk.send()
    sent = (await desk.sheet())["read_only"]
    assert sent["type"] == "assessment/already-sent" and "thu hồi" in sent["detail"]


async def test_after_the_last_instant_a_sheet_says_that_an_extension_is_needed(desk: Desk) -> None:
    await desk.at(LAST.replace("17:00:00", "17:00:01"))
    late = (await desk.sheet())["read_only"]
    assert late["type"] == "assessment/too-late" and "gia hạn" in late["detail"]
    assert [s["may_write"] for s in await listed(desk.officer)] == [False]


async def test_only_what_was_saved_since_is_told_again(desk: Desk) -> None:
    await desk.fill()
    before = await desk.sheet()
    since = max(item["saved_at"] for item in before["items"])
    saved = ok(await desk.officer.put(desk.path("/items/B1"), json={"count": "0"}, headers={"If-Match": '"0"'}))
    told = ok(await desk.officer.get(desk.path(), params={"since": saved["saved_at"]}))
    assert [item["item"] for item in told["items"]] == ["B1"]
    assert (told["self_total"], told["missing_count"], since < saved["saved_at"]) == (before["self_total"], 0, True)
