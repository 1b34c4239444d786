"""Forms answered from accounts (Điều 9.1): a unit's people about their unit, leaders about the others, each once."""

import asyncio
from typing import Any

import httpx
import pytest
from services.assessment.tests.survey_answers.respondents import Survey
from services.assessment.tests.world import ok
from tests.support.house import an_account, problem_of

from chamdiem_contracts.identity import AccountChangedV1

ONE = {"consent": True, "chosen": {"Q1": "2"}}


async def due(client: httpx.AsyncClient) -> list[tuple[str, str, str]]:
    own = ok(await client.get("/own-survey-forms"))
    assert own["due"] == sum(f["status"] == "due" for f in own["forms"])
    return [(f["form"], f["unit_code"], f["status"]) for f in own["forms"]]


async def test_each_account_is_asked_what_its_group_is_asked(survey: Survey) -> None:
    world = survey.world
    officer = await world.client("data_entry", unit_code="a")
    head = await world.client("data_entry", "unit_approver", unit_code="b")
    of_part = await world.client("data_entry", unit_code="tram")
    district = await world.client("data_entry", "unit_approver", unit_code="h")
    assert await due(officer) == await due(of_part) == [("CC", "a", "due")]
    assert await due(head) == [("CC", "b", "due"), ("LD", "a", "due"), ("LD", "c", "due")]
    assert await due(district) == []


async def test_a_form_is_answered_once_an_account_and_unit(survey: Survey) -> None:
    head = await survey.world.client("data_entry", "unit_approver", unit_code="b")
    asked = ok(await head.get(survey.own("LD", "a")))
    assert (asked["title"], asked["unit_name"], [q["code"] for q in asked["questions"]]) == ("Phiếu lãnh đạo", "Đơn vị a", ["Q1"])
    key = {"Idempotency-Key": "trang"}
    assert ok(await head.post(survey.own("LD", "a") + "/answer", json=ONE, headers=key))["unit_name"] == "Đơn vị a"
    ok(await head.post(survey.own("LD", "a") + "/answer", json=ONE, headers=key))
    again = await head.post(survey.own("LD", "a") + "/answer", json=ONE, headers={"Idempotency-Key": "khac"})
    assert problem_of(again) == (409, "assessment/survey-already-answered")
    assert await due(head) == [("CC", "b", "due"), ("LD", "a", "answered"), ("LD", "c", "due")]
    ok(await head.post(survey.own("LD", "c") + "/answer", json=ONE))
    assert (await survey.of_unit("a", "LD"))["answers"] == (await survey.of_unit("c", "LD"))["answers"] == 1


async def test_of_answers_at_the_same_instant_one_is_counted(survey: Survey) -> None:
    officer = await survey.world.client("data_entry", unit_code="a")
    answers = await asyncio.gather(*(officer.post(survey.own("CC", "a") + "/answer", json=ONE) for _ in range(4)))
    assert sorted(a.status_code for a in answers) == [200, 409, 409, 409]
    assert (await survey.of_unit("a", "CC"))["answers"] == 1


async def test_an_answer_that_is_refused_spends_nothing(survey: Survey) -> None:
    officer = await survey.world.client("data_entry", unit_code="a")
    place = survey.own("CC", "a")
    assert problem_of(await officer.post(f"{place}/answer", json={**ONE, "consent": False})) == (422, "assessment/survey-consent-missing")
    assert problem_of(await officer.post(f"{place}/answer", json={**ONE, "chosen": {}})) == (422, "assessment/survey-answer-refused")
    await survey.dates(**{"from": "2022-03-01T00:00:00+07:00"})
    assert await due(officer) == []
    assert problem_of(await officer.get(place)) == (409, "assessment/survey-not-begun")
    assert problem_of(await officer.post(f"{place}/answer", json=ONE)) == (409, "assessment/survey-not-begun")
    await survey.dates()
    assert await due(officer) == [("CC", "a", "due")]


@pytest.mark.parametrize(("form", "unit"), [("LD", "b"), ("LD", "h"), ("CC", "a"), ("F1", "a"), ("X", "a"), ("LD", "khong-co")])
async def test_leaders_rate_neither_their_own_unit_nor_what_is_asked_of_others(survey: Survey, form: str, unit: str) -> None:
    head = await survey.world.client("data_entry", "unit_approver", unit_code="b")
    not_asked = (404, "assessment/survey-not-for-account")
    assert problem_of(await head.get(survey.own(form, unit))) == not_asked
    assert problem_of(await head.post(survey.own(form, unit) + "/answer", json=ONE)) == not_asked


async def test_a_leader_who_belongs_to_a_second_unit_does_not_rate_that_either(survey: Survey) -> None:
    head = an_account("data_entry", "unit_approver", unit_code="b")
    other: dict[str, Any] = {**head.model_dump(), **an_account("data_entry", unit_code="c").model_dump(include={"account_id", "unit_code"})}
    client = await survey.world.house.told(head)
    await survey.world.house.tell(AccountChangedV1.model_validate({**other, "sub": head.sub}))
    assert await due(client) == [("CC", "b", "due"), ("CC", "c", "due"), ("LD", "a", "due")]


@pytest.mark.parametrize("kind", ["appraisal", "management", "administration", "support", "client"])
async def test_accounts_that_enter_no_data_are_asked_nothing(survey: Survey, kind: str) -> None:
    other = await survey.world.client(kind)
    assert problem_of(await other.get("/own-survey-forms")) == (403, "access/not-permitted")
    assert problem_of(await other.post(survey.own("CC", "a") + "/answer", json=ONE)) == (403, "access/not-permitted")
