"""A closed form is opened again with a reason, until the result is published; what it told holds no more."""

from uuid import UUID

import pytest
from services.assessment.tests.campaign import Campaign
from services.assessment.tests.world import ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import SurveyClosedV1, SurveyReopenedV1
from chamdiem_contracts.ranking import ResultPublishedV1

WHY = {"reason": "Còn phiếu giấy của huyện chưa nhập"}


async def test_a_form_is_opened_again_and_takes_numbers_until_it_is_closed_anew(campaign: Campaign) -> None:
    manager = campaign.world.manager
    await campaign.responses(("a", "F1", "10"))
    ok(await campaign.close("F1"))
    again = ok(await manager.post(f"{campaign.path}/forms/F1/reopen", json=WHY))
    form = again["forms"][0]
    assert (form["code"], form["status"], form["closed_at"]) == ("F1", "open", None)
    told = (await campaign.world.house.outbox())[-1]
    assert isinstance(told, SurveyReopenedV1)
    assert (told.form, told.version, told.campaign_id) == ("F1", 3, UUID(campaign.id))
    assert (await campaign.totals(("a", "F1", "Q1", "2", "8")))["saved"] == 1
    ok(await campaign.close("F1"))
    closed = (await campaign.world.house.outbox())[-1]
    assert isinstance(closed, SurveyClosedV1)
    assert (closed.version, closed.units[0].counts[0].count) == (4, 8)
    log = ok(await manager.get("/log"))["items"]
    assert [(x["act"], x["reason"]) for x in log if x["act"].startswith("survey.")] == [
        ("survey.closed", ""),
        ("survey.reopened", WHY["reason"]),
        ("survey.closed", ""),
    ]


async def test_what_is_open_or_unknown_or_without_a_reason_is_not_opened(campaign: Campaign) -> None:
    manager = campaign.world.manager
    assert problem_of(await manager.post(f"{campaign.path}/forms/F1/reopen", json=WHY)) == (409, "assessment/survey-form-open")
    assert problem_of(await manager.post(f"{campaign.path}/forms/F9/reopen", json=WHY)) == (404, "assessment/unknown-form")
    ok(await campaign.close("F1"))
    assert problem_of(await manager.post(f"{campaign.path}/forms/F1/reopen", json={"reason": " "})) == (422, "assessment/value-missing")


async def test_after_publication_nothing_is_opened_again(campaign: Campaign) -> None:
    ok(await campaign.close("F1"))
    period = ok(await campaign.world.manager.get(campaign.path))["period_ids"][0]
    decision = {"number": "1/QĐ", "issued_on": "2022-02-01"}
    state = {"version": 3, "period_id": period, "result_version": 1, "status": "published", "decision": decision}
    await campaign.world.house.tell(ResultPublishedV1.model_validate(state))
    answer = await campaign.world.manager.post(f"{campaign.path}/forms/F1/reopen", json=WHY)
    assert problem_of(answer) == (409, "assessment/result-published")


@pytest.mark.parametrize("kind", ["data_entry", "appraisal", "administration"])
async def test_only_a_manager_opens_a_form_again(campaign: Campaign, kind: str) -> None:
    other = await campaign.world.client(kind)
    assert problem_of(await other.post(f"{campaign.path}/forms/F1/reopen", json=WHY)) == (403, "access/not-permitted")
    one_unit = await campaign.world.client("management", only_for_unit="a")
    assert problem_of(await one_unit.post(f"{campaign.path}/forms/F1/reopen", json=WHY)) == (403, "access/not-permitted")
