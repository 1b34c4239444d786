"""Who sees how far which sheets are."""

from services.assessment.tests.sheets import COMPLETE, OTHER, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of


async def test_a_manager_sees_all_units_progress_and_a_unit_its_own(desk: Desk) -> None:
    await desk.fill(COMPLETE[:2])
    path = f"/periods/{desk.period_id}/sheets"
    seen = ok(await desk.world.manager.get(path))["items"]
    assert {s["unit_code"]: (s["status"], s["complete_percent"]) for s in seen} == {UNIT: ("drafting", 50), OTHER: ("not_started", 0)}
    assert [s["unit_code"] for s in ok(await desk.officer.get(path))["items"]] == [UNIT]
    first = ok(await desk.world.manager.get(path, params={"limit": 1}))
    rest = ok(await desk.world.manager.get(path, params={"limit": 1, "after": first["next"]}))
    assert (len(first["items"] + rest["items"]), rest["next"]) == (2, None)


async def test_a_sheet_is_found_by_set_and_unit_or_the_reason_is_named(desk: Desk) -> None:
    async def find(client: object, set_code: str, unit: str) -> object:
        answer = await client.get(f"/periods/{desk.period_id}/sheet", params={"set": set_code, "unit": unit})  # type: ignore[attr-defined]
        return answer.json()["sheet_id"] if answer.status_code == 200 else problem_of(answer)

    manager = desk.world.manager
    assert await find(manager, "PAR-RONG", UNIT) == desk.sheet_id
    assert await find(manager, "KHAC", "khong-co") == (404, "assessment/unknown-set")
    assert await find(manager, "PAR-RONG", "khong-co") == (404, "assessment/unknown-unit")
    assert await find(manager, "PAR-RONG", "a\x00") == (422, "request/invalid")
    assert await find(desk.officer, "PAR-RONG", OTHER) == (404, "assessment/unknown-unit")
    await desk.world.departments("so-moi")
    assert await find(manager, "PAR-RONG", "so-moi") == (404, "assessment/unit-not-in-set")
