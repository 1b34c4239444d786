"""What may be done with a sheet, and why not what may not: the same refusals as the acts themselves."""

from typing import Any

import pytest
from services.assessment.tests.sheets import DEADLINE, OTHER, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

HEADS_ACTS = ("return", "approve", "attach_signed_report", "send", "recall")


async def steps(desk: Desk, client: Any = None) -> dict[str, Any]:
    told = ok(await (client or desk.head).get(desk.path("/steps")))
    return {**told, "steps": {s["act"]: s["refusal"] for s in told["steps"]}}


def problem(refusal: dict[str, str] | None) -> str:
    return "" if refusal is None else refusal["type"].removeprefix("/problems/")


async def test_each_step_of_the_way_opens_the_next_and_says_why_not_the_others(desk: Desk) -> None:
    fresh = (await steps(desk))["steps"]
    assert problem(fresh["save"]) == ""
    assert problem(fresh["approve"]) == "assessment/incomplete"
    assert problem(fresh["return"]) == "assessment/not-submitted"
    await desk.fill()
    ok(await desk.officer.post(desk.path("/submit")))
    submitted = (await steps(desk))["steps"]
    assert (submitted["return"], submitted["approve"]) == (None, None)
    assert problem(submitted["send"]) == "assessment/not-approved"
    await desk.approve()
    approved = (await steps(desk))["steps"]
    assert (approved["attach_signed_report"], approved["void_approval"]) == (None, None)
    assert problem(approved["send"]) == "assessment/signed-report-missing"
    assert "hủy phê duyệt" in approved["save"]["detail"]
    await desk.attach()
    assert (await steps(desk))["steps"]["send"] is None
    await desk.send()
    sent = (await steps(desk))["steps"]
    assert sent["recall"] is None
    assert {problem(refusal) for act, refusal in sent.items() if act != "recall"} == {"assessment/already-sent"}


@pytest.mark.parametrize(
    ("at", "days", "until"),
    [
        ("2021-12-24T00:00:00+07:00", 0, DEADLINE),
        (DEADLINE, 0, DEADLINE),
        ("2022-01-05T10:00:00+07:00", 3, None),
    ],
)
async def test_how_late_a_sheet_sent_now_would_be_and_until_when_it_may_be_taken_back(
    desk: Desk, at: str, days: int, until: str | None
) -> None:
    await desk.at(at)
    told = await steps(desk)
    assert (told["days_late"], told["recall_until"]) == (days, until and "2021-12-31T10:00:00Z")


async def test_after_the_last_instant_every_refusal_says_who_can_lift_it(desk: Desk) -> None:
    await desk.fill()
    await desk.at("2022-01-15T17:00:01+07:00")
    told = (await steps(desk))["steps"]
    for act in ("save", "submit", "return", "approve", "attach_signed_report", "send"):
        assert problem(told[act]) == "assessment/too-late"
        assert "Sở Nội vụ gia hạn" in told[act]["detail"]


async def test_an_officer_is_told_that_the_head_does_the_rest(desk: Desk) -> None:
    await desk.ready()
    told = (await steps(desk, desk.officer))["steps"]
    assert {problem(told[act]) for act in HEADS_ACTS} == {"access/not-permitted"}
    assert (told["void_approval"], problem(told["save"])) == (None, "assessment/already-approved")


async def test_the_steps_of_a_sheet_are_its_own_units(desk: Desk) -> None:
    theirs = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    assert problem_of(await theirs.get(desk.path("/steps"))) == (404, "assessment/sheet-not-found")
    assert problem_of(await desk.world.manager.get(desk.path("/steps"))) == (403, "access/not-permitted")
