"""Responses and totals keyed in from paper forms."""

import asyncio
import time

import pytest
from services.assessment.tests.campaign import Campaign, codes
from services.assessment.tests.world import World, a_set, a_unit, ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import SurveyClosedV1


async def test_every_kind_of_broken_total_is_refused_and_the_good_lines_stay(campaign: Campaign) -> None:
    await campaign.responses(("a", "F1", "10"))
    answer = await campaign.totals(
        ("a", "F1", "Q1", "2", "6"),
        ("x", "F1", "Q1", "2", "1"),
        ("a\0", "F1", "Q1", "2", "1"),
        ("a", "F9", "Q1", "2", "1"),
        ("a", "F2", "Q1", "2", "1"),
        ("a", "F1", "Q7", "2", "1"),
        ("a", "F1", "Q1", "7", "1"),
        ("a", "F1", "Q9", "2", "1"),
        ("a", "F1", "Q1", "1", "1.5"),
        ("a", "F1", "Q1", "1", "１"),
        ("a", "F1", "Q1", "1", "1e400"),
        ("a", "F1", "Q1", "1", "9" * 1000),
        ("a", "F1", "Q1", "1", ""),
        ("a", "F1", "Q1", "2", "1"),
        ("a", "F1", "Q1", "1", "5"),
        ("a", "F1", "Q1", "1", "4"),
    )
    assert answer["saved"] == 2
    assert codes(answer) == [
        (1, "unit_code", "unknown-unit"),
        (2, "unit_code", "unknown-unit"),
        (3, "form", "unknown-form"),
        (4, "form", "form-not-for-unit"),
        (5, "question", "unknown-question"),
        (6, "option", "unknown-option"),
        (7, "option", "unknown-option"),
        (8, "count", "not-a-number"),
        (9, "count", "not-a-number"),
        (10, "count", "not-a-number"),
        (11, "count", "not-a-number"),
        (12, "count", "value-missing"),
        (13, "", "duplicate"),
        (14, "count", "too-many-answers"),
    ]


async def test_a_later_batch_is_judged_against_what_is_stored(campaign: Campaign) -> None:
    await campaign.responses(("a", "F1", "10"))
    await campaign.totals(("a", "F1", "Q1", "2", "8"))
    answer = await campaign.totals(("a", "F1", "Q1", "2", "1"), ("a", "F1", "Q1", "1", "3"), ("a", "F1", "Q1", "0", "2"))
    assert codes(answer) == [(0, "", "duplicate"), (1, "count", "too-many-answers")]
    assert answer["saved"] == 1


async def test_without_a_response_line_nothing_bounds_the_answers(campaign: Campaign) -> None:
    assert (await campaign.totals(("a", "F1", "Q1", "2", "999999999999999")))["refused"] == []


async def test_fewer_valid_responses_than_answers_entered_are_refused(campaign: Campaign) -> None:
    await campaign.totals(("a", "F1", "Q1", "2", "5"), ("a", "F1", "Q1", "1", "3"))
    answer = await campaign.responses(("a", "F1", "7"), ("a", "F1", "8"), ("a", "F1", "9"), ("h", "F1", "1"), ("h", "F2", "x"))
    assert codes(answer) == [
        (0, "valid", "too-many-answers"),
        (2, "", "duplicate"),
        (3, "form", "form-not-for-unit"),
        (4, "valid", "not-a-number"),
    ]


async def test_closing_a_form_tells_all_totals_and_ends_entering(campaign: Campaign) -> None:
    await campaign.responses(("a", "F1", "10"))
    await campaign.totals(("a", "F1", "Q1", "2", "8"), ("a", "F1", "Q2", "0", "1"))
    closed = ok(await campaign.close("F1"))
    assert [f["status"] for f in closed["forms"]] == ["closed", "open"]
    told = (await campaign.world.house.outbox())[-1]
    assert isinstance(told, SurveyClosedV1)
    assert told.form == "F1"
    assert told.units[0].valid == 10
    assert {(c.question, c.option, c.count) for c in told.units[0].counts} == {("Q1", "2", 8), ("Q2", "0", 1)}
    assert codes(await campaign.totals(("a", "F1", "Q1", "1", "1"), ("h", "F2", "Q1", "1", "1"))) == [(0, "", "survey-form-closed")]
    assert problem_of(await campaign.close("F1")) == (409, "assessment/survey-form-closed")
    assert problem_of(await campaign.close("F7")) == (404, "assessment/unknown-form")


async def test_closing_the_campaign_closes_every_form_still_open(campaign: Campaign) -> None:
    ok(await campaign.close("F2"))
    ok(await campaign.close())
    told = [e for e in await campaign.world.house.outbox() if isinstance(e, SurveyClosedV1)]
    assert [e.form for e in told] == ["F2", "F1"]
    assert told[1].units == ()


async def test_a_period_has_one_campaign(campaign: Campaign) -> None:
    shown = ok(await campaign.world.manager.get(campaign.path))
    body = {"survey_forms_id": shown["survey_forms_id"], "period_ids": shown["period_ids"]}
    assert problem_of(await campaign.world.manager.post("/survey-campaigns", json=body)) == (409, "assessment/period-has-campaign")


async def test_a_campaign_of_unknown_forms_or_periods_is_refused_by_field(world: World) -> None:
    nothing = "00000000-0000-7000-8000-000000000000"
    answer = await world.manager.post("/survey-campaigns", json={"survey_forms_id": nothing, "period_ids": [nothing]})
    assert problem_of(answer) == (422, "assessment/campaign-refused")
    assert {e["pointer"] for e in answer.json()["errors"]} == {"/period_ids/0", "/survey_forms_id"}


@pytest.mark.parametrize("kind", ["data_entry", "appraisal", "administration", "support", "client"])
async def test_only_managers_touch_surveys(campaign: Campaign, kind: str) -> None:
    other = await campaign.world.client(kind)
    assert problem_of(await other.get(campaign.path)) == (403, "access/not-permitted")
    assert problem_of(await other.patch(f"{campaign.path}/totals", json={"lines": []})) == (403, "access/not-permitted")


async def test_a_thousand_totals_are_entered_quickly(campaign: Campaign) -> None:
    await campaign.world.house.tell(*(a_unit(f"u{i}") for i in range(400)))
    lines = [(f"u{i}", "F1", question, option, "1") for i in range(250) for question in ("Q1", "Q2") for option in ("1", "2")]
    await campaign.totals(("a", "F1", "Q1", "1", "1"))
    begun = time.perf_counter()
    answer = await campaign.totals(*lines)
    assert answer == {"saved": 1000, "refused": []}
    assert time.perf_counter() - begun < 1


async def test_the_same_total_sent_twice_at_once_is_kept_once(campaign: Campaign) -> None:
    answers = await asyncio.gather(*(campaign.totals(("a", "F1", "Q1", "2", "1")) for _ in range(4)))
    assert sorted(a["saved"] for a in answers) == [0, 0, 0, 1]


async def test_totals_racing_the_closing_are_told_or_refused(campaign: Campaign) -> None:
    lines = [("a", "F1", question, option, "1") for question in ("Q1", "Q2") for option in ("0", "1", "2")]
    answers = await asyncio.gather(
        *(campaign.totals(line) for line in lines[:3]), campaign.close("F1"), *(campaign.totals(x) for x in lines[3:])
    )
    saved = sum(a["saved"] for a in answers if isinstance(a, dict))
    told = (await campaign.world.house.outbox())[-1]
    assert isinstance(told, SurveyClosedV1)
    assert sum(len(u.counts) for u in told.units) == saved


async def test_a_campaigns_dates_are_judged_by_the_rehearsals_clock(world: World) -> None:
    await world.departments("a")
    forms = await world.forms()
    period = await world.opened(await world.criteria_set(a_set(with_survey=True), forms=forms), survey_forms_id=forms)
    dates = {"from": "2021-12-02T00:00:00Z", "to": "2021-12-03T00:00:00Z"}
    body = {"survey_forms_id": forms, "period_ids": [period], **dates}
    campaign = Campaign(world, ok(await world.manager.post("/survey-campaigns", json=body), 201)["id"])
    line = {"lines": [{"unit_code": "a", "form": "F1", "valid": "3"}]}
    for at, status in (("2021-12-01T23:59:59Z", 409), (dates["from"], 200), (dates["to"], 200), ("2021-12-03T00:00:01Z", 409)):
        ok(await world.administrator.put(f"/periods/{period}/clock", json={"at": at}))
        answer = await world.manager.patch(f"{campaign.path}/responses", json=line)
        assert answer.status_code == status, answer.text
    assert problem_of(answer) == (409, "assessment/campaign-not-running")


async def test_more_than_a_thousand_lines_are_refused_whole(campaign: Campaign) -> None:
    line = {"unit_code": "a", "form": "F1", "question": "Q1", "option": "2", "count": "1"}
    answer = await campaign.world.manager.patch(f"{campaign.path}/totals", json={"lines": [line] * 1001})
    assert problem_of(answer) == (422, "request/invalid")
    assert ok(await campaign.world.manager.get(f"{campaign.path}/units/a"))["numbers"] == []


async def test_a_retried_campaign_is_made_once(world: World) -> None:
    forms = await world.forms()
    period = await world.opened(await world.criteria_set(a_set(with_survey=True), forms=forms), survey_forms_id=forms)
    body = {"survey_forms_id": forms, "period_ids": [period], "from": "2021-12-01T00:00:00Z"}
    answers = [await world.manager.post("/survey-campaigns", json=body, headers={"Idempotency-Key": "k"}) for _ in range(2)]
    assert ok(answers[0], 201) == ok(answers[1], 201)
    assert answers[1].json()["from"] == "2021-12-01T00:00:00Z"
    assert len(ok(await world.manager.get("/survey-campaigns"))["items"]) == 1


async def test_a_campaign_does_not_mix_rehearsals_with_real_periods(world: World) -> None:
    forms, set_id = await world.forms(), await world.criteria_set()
    periods = [await world.opened(set_id), await world.opened(set_id, rehearsal=False, clock_at=None)]
    answer = await world.manager.post("/survey-campaigns", json={"survey_forms_id": forms, "period_ids": periods})
    assert problem_of(answer) == (422, "assessment/campaign-refused")
