"""What a unit declared in the period before, shown to that unit alone."""

from datetime import date

import pytest
from services.assessment.tests.sheets import OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import World, ok
from tests.support.house import problem_of

from chamdiem_contracts.identity import UnitChangedV1


async def another(desk: Desk, **period: object) -> Desk:
    """Another period of the same units and people."""
    world: World = desk.world
    set_id = ok(await desk.officer.get(desk.path()))["criteria_set_id"]
    period_id = await world.opened(set_id, **period)
    sheets = ok(await world.manager.get(f"/periods/{period_id}"))["sheets"]
    sheet = next(s for s in sheets if s["unit_code"] == UNIT)
    return Desk(world, period_id, sheet["sheet_id"], desk.officer, desk.head)


async def test_values_text_and_files_of_the_nearest_earlier_year_are_shown_by_item(desk: Desk) -> None:
    oldest, before = await another(desk, year=2018), await another(desk, year=2020)
    file = await before.upload("Kế hoạch năm trước.pdf", PDF)
    await oldest.fill()
    await before.fill([{"item": "1.1", "option": "co", "explanation": "Kế hoạch số 5/KH", "evidence": [file["id"]]}])
    told = ok(await desk.officer.get(desk.path("/last-year")))
    (line,) = told["items"]
    assert (told["year"], told["sheet_id"], line["item"]) == (2020, before.sheet_id, "1.1")
    assert (line["option_label"], line["explanation"], line["self_score"], line["same_title"]) == ("Có", "Kế hoạch số 5/KH", "2.00", True)
    assert [e["name"] for e in line["evidence"]] == ["Kế hoạch năm trước.pdf"]
    assert ok(await desk.officer.get(f"/evidence/{file['id']}/link"))["url"]


async def test_without_an_earlier_sheet_there_is_nothing(desk: Desk) -> None:
    later = await another(desk, year=2022)
    await later.fill()
    assert ok(await desk.officer.get(desk.path("/last-year"))) == {
        "year": None,
        "of_unit": None,
        "merged_from": [],
        "sheet_id": None,
        "items": [],
    }


async def test_a_real_period_never_looks_back_on_a_rehearsal(desk: Desk) -> None:
    rehearsal = await another(desk, year=2020)
    await rehearsal.fill()
    real = await another(desk, year=2021, rehearsal=False, clock_at=None)
    assert ok(await real.officer.get(real.path("/last-year")))["year"] is None


async def test_nobody_but_the_unit_sees_what_it_declared_before(desk: Desk) -> None:
    before = await another(desk, year=2020)
    await before.fill()
    stranger = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    assert problem_of(await stranger.get(desk.path("/last-year"))) == (404, "assessment/sheet-not-found")
    for refused in (desk.world.manager, await desk.world.client("appraisal", "appraisal_lead", appraiser_code="SNV")):
        assert problem_of(await refused.get(desk.path("/last-year"))) == (403, "access/not-permitted")


@pytest.mark.parametrize("act", ["put", "post", "delete"])
async def test_what_was_declared_before_is_only_read(desk: Desk, act: str) -> None:
    assert (await desk.officer.request(act.upper(), desk.path("/last-year"))).status_code == 405


async def tell_unit(desk: Desk, version: int, *predecessors: str, last_day: date | None = None) -> None:
    """What identity tells of the desk's unit."""
    event = UnitChangedV1(
        version=version,
        code=UNIT,
        name="Đơn vị một",
        unit_type="department",
        ranking_group="department",
        valid_to=last_day,
        predecessors=predecessors,
    )
    await desk.world.house.tell(event)


async def test_a_unit_without_a_sheet_of_its_own_is_shown_that_of_its_one_predecessor(desk: Desk) -> None:
    await tell_unit(desk, 90, last_day=date(1990, 1, 1))
    set_id = ok(await desk.officer.get(desk.path()))["criteria_set_id"]
    period_id = await desk.world.opened(set_id, year=2020)
    sheets = ok(await desk.world.manager.get(f"/periods/{period_id}"))["sheets"]
    assert UNIT not in {s["unit_code"] for s in sheets}
    theirs = next(s for s in sheets if s["unit_code"] == OTHER)["sheet_id"]
    other = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    ok(await other.patch(f"/sheets/{theirs}/items", json={"lines": [{"item": "1.1", "option": "co"}]}))
    await tell_unit(desk, 91)
    assert ok(await desk.officer.get(desk.path("/last-year")))["year"] is None
    await tell_unit(desk, 92, OTHER)
    told = ok(await desk.officer.get(desk.path("/last-year")))
    assert (told["year"], told["sheet_id"], [i["item"] for i in told["items"]]) == (2020, theirs, ["1.1"])
    assert told["of_unit"] == next(s for s in sheets if s["unit_code"] == OTHER)["unit_name"]
    await tell_unit(desk, 93, OTHER, "so-khac")
    told = ok(await desk.officer.get(desk.path("/last-year")))
    assert (told["year"], len(told["merged_from"])) == (None, 2)


async def test_a_units_own_sheet_goes_before_a_predecessors(desk: Desk) -> None:
    before = await another(desk, year=2020)
    await before.fill()
    await tell_unit(desk, 90, OTHER)
    told = ok(await desk.officer.get(desk.path("/last-year")))
    assert (told["sheet_id"], told["of_unit"]) == (before.sheet_id, None)
