"""Assignments are complete, nobody is on the own unit's sheet, and the order of the events does not matter."""

import itertools
from uuid import uuid4

import pytest
from services.appraisal.tests.world import OWN, PLAIN, World, a_document
from tests.support.house import House, an_account

from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1
from chamdiem_contracts.assessment import SetOfPeriod, SheetOfPeriod


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
async def test_a_period_is_assigned_whatever_came_first(house: House, order: tuple[int, ...]) -> None:
    world = World(house)
    events = [world.the_set(), world.the_period(), world.sent(PLAIN)]
    for place in order:
        await house.tell(events[place])
    assert sorted(e.appraiser_code for e in await house.outbox() if isinstance(e, AppraisalOpenedV1)) == ["SNV", "STC"]
    assigned = await house.rows(
        "SELECT s.unit_code, i.item, a.appraiser_code FROM assigned_item i"
        " JOIN known_sheet s USING (sheet_id) JOIN appraisal a ON a.id = i.appraisal_id"
    )
    agency = {(r["unit_code"], r["item"]): r["appraiser_code"] for r in assigned}
    assert len(assigned) == 12
    assert (agency[PLAIN, "1.1"], agency[OWN, "1.1"], agency[OWN, "B1"]) == ("SNV", "STC", "STC")
    knock_outs = await house.rows("SELECT sheet_id FROM assigned_knock_out")
    assert len(knock_outs) == 3


async def test_an_older_state_of_the_period_is_passed_over(world: World) -> None:
    first = {**world.state}
    await world.change_period(clock_at=world.state["late_until"], clock_version=2)
    world.state = {**first, "version": first["version"] - 1}
    await world.change_period()
    clock = (await world.clients["officer"].get(f"/periods/{world.period_id}/clock")).json()
    assert clock["clock_version"] == 2


async def test_the_same_events_again_open_nothing_twice(world: World) -> None:
    before = len(await world.house.outbox())
    await world.house.tell(world.the_set(), world.the_period(), world.sent(PLAIN))
    assert len(await world.house.outbox()) == before


async def test_switching_the_conflict_rule_off_hands_the_own_units_items_back_without_the_replacements_scores(world: World) -> None:
    await world.score_all()
    await world.clients["snv_lead"].post(f"/appraisals/{await world.id_of('SNV')}/send")
    await world.change_period(conflict_enabled=False)
    snv, stc = await world.appraisal("SNV"), await world.appraisal("STC")
    assert (snv["status"], snv["assigned"], snv["scored"]) == ("reopened", 3, 2)
    assert (stc["assigned"], stc["scored"]) == (6, 6)
    assert isinstance((await world.house.outbox())[-1], AppraisalReopenedV1)
    assert (await world.score("snv", {"unit": OWN, "item": "1.1", "score": "2"}))["saved"] == 1


async def test_two_periods_stand_side_by_side(world: World) -> None:
    other = World(world.house, set_id=world.set_id)
    await world.house.tell(other.the_period())
    await world.enter("snv_lead", an_account("appraisal", "appraisal_lead", appraiser_code="SNV"))
    listed = (await world.clients["snv_lead"].get("/appraisals")).json()["items"]
    assert {a["period_id"] for a in listed} == {str(world.period_id), str(other.period_id)}
    lines = [{"sheet_id": str(other.sheets[PLAIN]), "item": "1.1", "score": "2"}]
    answer = await world.clients["snv_lead"].patch(f"/appraisals/{await world.id_of('SNV')}/scores", json={"lines": lines})
    assert answer.json()["refused"][0]["problem"]["type"] == "/problems/appraisal/sheet-not-found"


async def test_a_big_period_is_assigned_in_one_go(house: House) -> None:
    world = World(house)
    sheets = tuple(
        SheetOfPeriod(
            sheet_id=uuid4(),
            criteria_set_id=world.set_id,
            set_code="NV-THU",
            unit_code=f"don-vi-{n}",
            unit_name=f"Đơn vị {n}",
            unit_type="department",
            ranking_group="department",
        )
        for n in range(2000)
    )
    period = world.the_period().model_copy(
        update={"sheets": sheets, "criteria_sets": (SetOfPeriod(criteria_set_id=world.set_id, code="NV-THU", fingerprint="cd" * 32),)}
    )
    await house.tell(world.the_set(a_document()), period)
    assert (await house.rows("SELECT count(*) AS n FROM assigned_item"))[0]["n"] == 8000
