"""What a sent sheet's status becomes as appraisal and ranking go on; none of it opens or closes a write."""

from typing import Any
from uuid import UUID, uuid4

from services.assessment.tests.sheets import OTHER, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1, AppraisalState
from chamdiem_contracts.ranking import ResultAggregatedV1, ResultPublishedV1, ResultReopenedV1

APPRAISALS = {"SNV": uuid4(), "STC": uuid4()}
IN_PHASE = "2022-01-16T00:00:00+07:00"


def an_appraisal(desk: Desk, agency: str, cls: type[AppraisalState], version: int, **fields: Any) -> AppraisalState:
    """An agency's appraisal of the desk's period."""
    status, open_ = {AppraisalOpenedV1: ("pending", True), AppraisalSentV1: ("sent", False), AppraisalReopenedV1: ("reopened", True)}[cls]
    usual = {"appraisal_id": APPRAISALS[agency], "period_id": UUID(desk.period_id), "appraiser_code": agency, "version": version}
    return cls.model_validate({**usual, "round": 1, "last_round": 1, "status": status, "open": open_, **fields})


async def statuses(desk: Desk) -> set[str]:
    """The status as every page shows it."""
    listed = ok(await desk.world.manager.get(f"/periods/{desk.period_id}/sheets"))["items"]
    found = ok(await desk.officer.get(f"/periods/{desk.period_id}/sheet", params={"set": "PAR-RONG", "unit": UNIT}))
    return {(await desk.sheet())["status"], found["status"], *(s["status"] for s in listed if s["unit_code"] == UNIT)}


async def test_a_sent_sheet_is_in_appraisal_from_the_phase_appraised_by_the_last_agency_and_published_at_last(desk: Desk) -> None:
    tell = desk.world.house.tell
    await desk.ready()
    await desk.send()
    await tell(an_appraisal(desk, "SNV", AppraisalOpenedV1, 1), an_appraisal(desk, "STC", AppraisalOpenedV1, 1))
    assert await statuses(desk) == {"sent"}
    await desk.at(IN_PHASE)
    assert await statuses(desk) == {"in_appraisal"}
    # SNV's items on its own unit's sheet are STC's by the conflict rule: SNV's sending says nothing of this sheet.
    await tell(an_appraisal(desk, "SNV", AppraisalSentV1, 2))
    assert await statuses(desk) == {"in_appraisal"}
    await tell(an_appraisal(desk, "STC", AppraisalSentV1, 2, last_round=2, open=True))
    assert await statuses(desk) == {"in_appraisal"}
    await tell(an_appraisal(desk, "STC", AppraisalSentV1, 3, round=2, last_round=2))
    assert await statuses(desk) == {"appraised"}
    await tell(an_appraisal(desk, "STC", AppraisalReopenedV1, 4))
    assert await statuses(desk) == {"in_appraisal"}
    await tell(an_appraisal(desk, "STC", AppraisalSentV1, 5), an_appraisal(desk, "STC", AppraisalReopenedV1, 4))
    assert await statuses(desk) == {"appraised"}
    period = {"period_id": UUID(desk.period_id), "result_version": 1}
    await tell(ResultAggregatedV1(version=1, status="aggregated", **period))
    assert await statuses(desk) == {"appraised"}
    await tell(ResultPublishedV1(version=2, status="published", **period))
    assert await statuses(desk) == {"published"}
    await tell(ResultReopenedV1(version=3, status="provisional", **period))
    assert await statuses(desk) == {"appraised"}
    answer = await desk.officer.patch(desk.path("/items"), json={"lines": [{"item": "2.1", "count": "1"}]})
    assert problem_of(answer) == (409, "assessment/already-sent")


async def test_a_sheet_that_was_not_sent_stays_so_whatever_was_made_of_it(desk: Desk) -> None:
    await desk.at("2022-02-01T00:00:00+07:00")
    sent = [an_appraisal(desk, agency, AppraisalSentV1, 2) for agency in APPRAISALS]
    period = {"period_id": UUID(desk.period_id), "result_version": 1}
    await desk.world.house.tell(*sent, ResultPublishedV1(version=2, status="published", **period))
    listed = ok(await desk.world.manager.get(f"/periods/{desk.period_id}/sheets"))["items"]
    assert {s["unit_code"]: s["status"] for s in listed} == {UNIT: "not_sent", OTHER: "not_sent"}


async def test_what_appraisal_told_opens_no_write_before_and_closes_none_in_the_window(desk: Desk) -> None:
    await desk.world.house.tell(*(an_appraisal(desk, agency, AppraisalSentV1, 2) for agency in APPRAISALS))
    await desk.ready()
    await desk.send()
    assert await statuses(desk) == {"appraised"}
    assert "recall" in (await _actions_of_the_head(desk))
    assert ok(await desk.head.post(desk.path("/recall"), json={"reason": "Sửa số liệu"}))["status"] == "drafting"


async def _actions_of_the_head(desk: Desk) -> list[str]:
    actions: list[str] = ok(await desk.head.get(desk.path()))["allowed_actions"]
    return actions
