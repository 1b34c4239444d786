"""Numbers keyed in wrongly are corrected with a reason while their form is open."""

from typing import Any

import httpx
import pytest
from services.assessment.tests.campaign import Campaign
from services.assessment.tests.world import ok
from tests.support.house import problem_of

TOTAL = {"unit_code": "a", "form": "F1", "question": "Q1", "option": "2", "count": "7", "reason": "Nhập nhầm"}
RESPONSE = {"unit_code": "a", "form": "F1", "valid": "9", "reason": "Nhập nhầm"}


async def correct(campaign: Campaign, what: str, body: dict[str, Any], version: int = 1) -> httpx.Response:
    return await campaign.world.manager.put(f"{campaign.path}/{what}", json=body, headers={"If-Match": f'"{version}"'})


@pytest.fixture
async def entered(campaign: Campaign) -> Campaign:
    """Ten valid responses, of which eight chose option 2 of Q1 and one option 1."""
    await campaign.responses(("a", "F1", "10"))
    await campaign.totals(("a", "F1", "Q1", "2", "8"), ("a", "F1", "Q1", "1", "1"))
    return campaign


async def test_a_correction_is_kept_with_what_stood_before(entered: Campaign) -> None:
    answer = await correct(entered, "totals", TOTAL)
    assert (ok(answer)["value"], answer.headers["ETag"]) == (7, '"2"')
    ok(await correct(entered, "responses", RESPONSE))
    shown = ok(await entered.world.manager.get(f"{entered.path}/units/a"))
    assert [(n["question"], n["option"], n["value"]) for n in shown["numbers"]] == [(None, None, 9), ("Q1", "1", 1), ("Q1", "2", 7)]
    assert [(c["question"], c["before"], c["after"], c["reason"]) for c in shown["corrections"]] == [
        ("Q1", 8, 7, "Nhập nhầm"),
        (None, 10, 9, "Nhập nhầm"),
    ]


@pytest.mark.parametrize(
    ("what", "body", "expected"),
    [
        ("totals", {**TOTAL, "count": "10"}, (422, "assessment/too-many-answers")),
        ("totals", {**TOTAL, "count": "9"}, (200, "")),
        ("totals", {**TOTAL, "count": "x"}, (422, "assessment/not-a-number")),
        ("totals", {**TOTAL, "reason": " "}, (422, "assessment/value-missing")),
        ("totals", {**TOTAL, "option": "0"}, (404, "assessment/survey-number-not-entered")),
        ("totals", {**TOTAL, "unit_code": "khong-co"}, (404, "assessment/survey-number-not-entered")),
        ("responses", {**RESPONSE, "valid": "8"}, (422, "assessment/too-many-answers")),
        ("responses", {**RESPONSE, "form": "F2"}, (404, "assessment/survey-number-not-entered")),
    ],
)
async def test_a_correction_obeys_the_same_rules(entered: Campaign, what: str, body: dict[str, Any], expected: tuple[int, str]) -> None:
    assert problem_of(await correct(entered, what, body)) == expected


async def test_a_correction_of_an_old_value_or_a_closed_form_is_refused(entered: Campaign) -> None:
    ok(await correct(entered, "totals", TOTAL))
    assert problem_of(await correct(entered, "totals", TOTAL)) == (412, "request/stale")
    ok(await entered.close("F1"))
    assert problem_of(await correct(entered, "totals", TOTAL, 2)) == (409, "assessment/survey-form-closed")
