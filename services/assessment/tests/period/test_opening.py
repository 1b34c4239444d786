"""Opening a period: the sheets it makes, and every reason to refuse it."""

from services.assessment.tests.world import World, a_period, a_set, a_unit, ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import PeriodOpenedV1


async def test_opening_makes_a_sheet_for_each_unit_valid_then_and_covered(world: World) -> None:
    await world.house.tell(
        a_unit("so-noi-vu"),
        a_unit("so-cu", valid_to="2021-11-30"),
        a_unit("so-moi", valid_from="2021-12-01"),
        a_unit("so-sau-nay", valid_from="2021-12-02"),
        a_unit("huyen", "district"),
    )
    period_id = await world.planned()
    preview = ok(await world.manager.get(f"/periods/{period_id}/opening"))
    assert preview["faults"] == []
    opened = ok(await world.manager.post(f"/periods/{period_id}/open"))
    assert sorted(s["unit_code"] for s in opened["sheets"]) == ["so-moi", "so-noi-vu"]
    assert [s["unit_code"] for s in preview["sheets"]] == ["so-moi", "so-noi-vu"]
    assert opened["status"] == "open"
    told = (await world.house.outbox())[-1]
    assert isinstance(told, PeriodOpenedV1)
    assert {str(s.sheet_id) for s in told.sheets} == {s["sheet_id"] for s in opened["sheets"]}


async def test_a_period_is_opened_once(world: World) -> None:
    period_id = await world.opened()
    assert problem_of(await world.manager.post(f"/periods/{period_id}/open")) == (409, "assessment/period-not-planned")
