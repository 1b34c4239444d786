"""What a unit declared in the period before, shown to that unit alone."""

import pytest
from services.assessment.tests.sheets import OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import World, ok
from tests.support.house import problem_of


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
    assert ok(await desk.officer.get(desk.path("/last-year"))) == {"year": None, "sheet_id": None, "items": []}


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
