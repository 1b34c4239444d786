"""Saving while a set is amended: bound to the version that the sheet has, refused with what to do, nothing lost (rules §2)."""

import asyncio
from typing import Any

import httpx
from services.assessment.tests.amendment.acts import DEADLINE, NO_SUCH_OPTION, OTHER_CODE, OTHER_OPTIONS, amend, ask, new_version, set_of
from services.assessment.tests.sheets import UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.sheet.answer import Given, declare_value


async def put(desk: Desk, item: str, body: dict[str, Any], version: int = 0) -> httpx.Response:
    return await desk.officer.put(desk.path(f"/items/{item}"), json=body, headers={"If-Match": f'"{version}"'})


async def test_a_save_typed_by_the_old_version_of_a_leaf_is_refused_with_what_to_do(desk: Desk) -> None:
    old = await set_of(desk)
    ok(await put(desk, "2.1", {"count": "1", "criteria_set_id": old}))
    await amend(desk, OTHER_OPTIONS)
    refused = await put(desk, "1.1", {"option": "co", "criteria_set_id": old})
    assert problem_of(refused) == (409, "assessment/set-amended")
    assert "tải lại phiếu" in refused.json()["detail"]
    lines = [{"item": "1.1", "option": "co", "criteria_set_id": old}, {"item": "1.2.2", "count": "4", "criteria_set_id": old}]
    batch = ok(await desk.officer.patch(desk.path("/items"), json={"lines": lines}))
    assert (batch["saved"], [r["problem"]["type"] for r in batch["refused"]]) == (1, ["/problems/assessment/set-amended"])
    saved = ok(await put(desk, "1.1", {"option": "co", "criteria_set_id": await set_of(desk)}))
    assert saved["self_score"] == "2.00"


async def test_a_leaf_that_the_decision_left_alone_is_saved_whatever_version_was_on_the_page(desk: Desk) -> None:
    old = await set_of(desk)
    await amend(desk, OTHER_OPTIONS)
    assert ok(await put(desk, "2.1", {"count": "1", "criteria_set_id": old}))["self_score"] == "3.50"


async def test_what_is_typed_for_a_leaf_that_is_gone_is_told_of_the_amendment_and_not_of_a_wrong_code(desk: Desk) -> None:
    old = await set_of(desk)
    await amend(desk, OTHER_CODE)
    assert problem_of(await put(desk, "1.2.2", {"count": "1", "criteria_set_id": old})) == (409, "assessment/set-amended")
    assert problem_of(await put(desk, "1.2.2", {"count": "1"})) == (404, "assessment/unknown-item")


async def test_a_version_that_is_no_version_of_the_set_is_as_good_as_an_old_one(desk: Desk) -> None:
    other = await desk.world.criteria_set()
    for strange in (other, desk.sheet_id):
        assert problem_of(await put(desk, "1.1", {"option": "co", "criteria_set_id": strange})) == (409, "assessment/set-amended")


async def test_a_changed_answer_is_stale_for_who_had_the_old_one_before_him(desk: Desk) -> None:
    await desk.fill()
    await amend(desk, NO_SUCH_OPTION)
    assert problem_of(await put(desk, "1.1", {"option": "du"}, version=1)) == (412, "request/stale")
    assert ok(await put(desk, "1.1", {"option": "du"}, version=2))["self_score"] == "2.00"


async def race(desk: Desk, source: str) -> str:
    """Fifty saves of two people and the amendment at once; the new version's id."""
    old, new_id = await set_of(desk), await new_version(desk, source)
    said = [("1.1", {"option": "co"}), ("1.1", {"option": "khong"}), ("1.2.2", {"count": "1"}), ("1.2.2", {"count": "4"})]

    async def save(n: int) -> httpx.Response:
        client = desk.officer if n % 2 else desk.head
        item, body = said[n % 4]
        if n % 3 == 0:
            return await client.patch(desk.path("/items"), json={"lines": [{"item": item, **body, "criteria_set_id": old}]})
        return await client.put(desk.path(f"/items/{item}"), json=body, headers={"If-Match": f'"{n // 8}"'})

    decide = ask(desk, new_id, from_id=old)
    results = await asyncio.gather(*(save(n) for n in range(25)), decide, *(save(n) for n in range(25, 50)))
    assert [r.status_code for r in results if r.status_code >= 500] == []
    ok(results[25], 201)
    return new_id


async def test_fifty_saves_racing_one_amendment_leave_nothing_that_the_new_version_would_not_give(desk: Desk) -> None:
    await _consistent(desk, await race(desk, NO_SUCH_OPTION))
    await _consistent(desk, await race(desk, OTHER_CODE))


async def test_an_approval_and_a_send_racing_an_amendment_are_of_one_version(desk: Desk) -> None:
    await desk.ready()
    new_id = await new_version(desk, NO_SUCH_OPTION)
    sent, amended = await asyncio.gather(desk.head.post(desk.path("/send")), ask(desk, new_id, deadline=DEADLINE))
    ok(amended, 201)
    sheet = await desk.sheet()
    assert sheet["status"] == "returned"
    assert sent.status_code == 200 or problem_of(sent)[0] == 409
    told = ok(await desk.world.manager.get(f"/periods/{desk.period_id}/sheets"))["items"]
    assert [s["status"] for s in told if s["unit_code"] == UNIT] == ["returned"]
    await _consistent(desk, new_id)


async def _consistent(desk: Desk, new_id: str) -> None:
    """Every answer that stands is what the present version makes of it, and every one ever kept is in the history once."""
    sheet = await desk.sheet()
    assert sheet["criteria_set_id"] == new_id
    async with desk.world.house.service.transaction() as tx:
        criteria_set = await sets.load_published(tx, new_id)  # type: ignore[arg-type]
    kept = await desk.world.house.rows("SELECT item FROM answer WHERE sheet_id = :id", id=desk.sheet_id)
    assert {row["item"] for row in kept} <= set(criteria_set.items)
    for item in sheet["items"]:
        given = Given(
            item["item"],
            item["option"] or "",
            item["numerator"] or "",
            item["denominator"] or "",
            item["count"] or "",
            explanation=item["explanation"],
            unfinished=True,
        )
        expected = declare_value(criteria_set, given).self_score
        assert item["self_score"] == (None if expected is None else f"{expected:f}")
    versions = await desk.world.house.rows(
        "SELECT item, version FROM answer WHERE sheet_id = :id UNION ALL SELECT item, version FROM answer_history WHERE sheet_id = :id"
        " ORDER BY 1, 2",
        id=desk.sheet_id,
    )
    for code in {row["item"] for row in versions}:
        of_item = [row["version"] for row in versions if row["item"] == code]
        assert of_item == list(range(1, len(of_item) + 1)), "nothing that was saved is lost"
