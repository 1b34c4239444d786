"""Asking for an extension, and what Home Affairs makes of it."""

import asyncio
from typing import Any

import httpx
import pytest
from services.assessment.tests.world import World, a_unit, ok
from tests.support.house import problem_of

from chamdiem_contracts.ranking import ResultAggregatedV1

ASKED = {"to": "2022-01-10T17:00:00+07:00", "reason": "Bão, mất điện ba ngày"}
UNIT, OTHER = "so-y-te", "so-xay-dung"


class Case:
    def __init__(self, world: World, period_id: str, head: httpx.AsyncClient) -> None:
        self.world, self.period_id, self.head = world, period_id, head
        self.path = f"/periods/{period_id}/extension-requests"

    async def ask(self, client: httpx.AsyncClient | None = None, **fields: str) -> dict[str, Any]:
        asked: dict[str, Any] = ok(await (client or self.head).post(self.path, json={**ASKED, **fields}), 201)
        return asked

    async def extend(self, **fields: Any) -> httpx.Response:
        body = {"unit_code": UNIT, "to": ASKED["to"], "reason": "Đồng ý", **fields}
        return await self.world.manager.post(f"/periods/{self.period_id}/extensions", json=body)

    async def listed(self, client: httpx.AsyncClient, **params: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ok(await client.get(self.path, params=params))["items"]
        return found


@pytest.fixture
async def case(world: World) -> Case:
    await world.departments(UNIT, OTHER)
    period_id = await world.opened()
    return Case(world, period_id, await world.client("data_entry", "unit_approver", unit_code=UNIT))


async def test_what_is_asked_is_seen_by_the_manager_and_granted_by_the_extension(case: Case) -> None:
    asked = await case.ask()
    assert (asked["status"], asked["allowed_actions"], asked["unit_name"]) == ("open", ["withdraw"], f"Đơn vị {UNIT}")
    (seen,) = await case.listed(case.world.manager, status="open")
    assert (seen["id"], seen["allowed_actions"], seen["reason"]) == (asked["id"], ["grant", "refuse"], ASKED["reason"])
    given = ok(await case.extend(request_id=asked["id"]), 201)
    (granted,) = await case.listed(case.head)
    assert (granted["status"], granted["extension_number"], granted["allowed_actions"]) == ("granted", given["number"], [])
    assert granted["decided_by_name"]
    assert problem_of(await case.extend(request_id=asked["id"])) == (409, "assessment/extension-request-decided")
    assert len(ok(await case.world.manager.get(f"/periods/{case.period_id}/extensions"))["items"]) == 1


async def test_an_extension_given_unasked_grants_what_is_waiting(case: Case) -> None:
    asked = await case.ask()
    ok(await case.extend(), 201)
    assert [(r["id"], r["status"]) for r in await case.listed(case.head)] == [(asked["id"], "granted")]
    await case.ask(to="2022-01-12T17:00:00+07:00")


async def test_a_request_of_another_unit_or_period_is_granted_by_no_extension(case: Case) -> None:
    theirs = await case.world.client("data_entry", "unit_approver", unit_code=OTHER)
    asked = await case.ask(theirs)
    assert problem_of(await case.extend(request_id=asked["id"])) == (404, "assessment/extension-request-not-found")
    ok(await case.extend(), 201)
    assert [r["status"] for r in await case.listed(theirs)] == ["open"]


async def test_a_refusal_says_why_and_lets_the_unit_ask_again(case: Case) -> None:
    asked = await case.ask()
    place = f"{case.path}/{asked['id']}/refuse"
    assert problem_of(await case.world.manager.post(place, json={"reason": " "})) == (422, "assessment/value-missing")
    refused = ok(await case.world.manager.post(place, json={"reason": "Đã gia hạn chung"}))
    assert (refused["status"], refused["decision_reason"]) == ("refused", "Đã gia hạn chung")
    again = await case.world.manager.post(place, json={"reason": "x"})
    assert problem_of(again) == (409, "assessment/extension-request-decided")
    await case.ask()
    assert [r["status"] for r in await case.listed(case.head)] == ["refused", "open"]


async def test_one_request_of_a_unit_waits_at_a_time_even_when_asked_at_once(case: Case) -> None:
    answers = await asyncio.gather(*(case.head.post(case.path, json=ASKED) for _ in range(4)))
    assert sorted(a.status_code for a in answers) == [201, 409, 409, 409]
    assert {problem_of(a) for a in answers if a.status_code == 409} == {(409, "assessment/extension-request-waiting")}


async def test_a_retried_request_is_made_once_and_may_be_withdrawn(case: Case) -> None:
    answers = [await case.head.post(case.path, json=ASKED, headers={"Idempotency-Key": "a"}) for _ in range(2)]
    assert ok(answers[0], 201) == ok(answers[1], 201)
    place = f"{case.path}/{answers[0].json()['id']}/withdraw"
    assert ok(await case.head.post(place))["status"] == "withdrawn"
    assert problem_of(await case.head.post(place)) == (409, "assessment/extension-request-decided")
    assert problem_of(await case.extend(request_id=answers[0].json()["id"])) == (409, "assessment/extension-request-decided")


@pytest.mark.parametrize(
    ("fields", "status", "problem"),
    [
        ({"to": "2021-12-31T17:00:00+07:00"}, 422, "assessment/extension-not-later"),
        ({"to": "ngày mai"}, 422, "request/invalid"),
        ({"reason": " \n"}, 422, "assessment/value-missing"),
        ({"reason": "x" * 10_001}, 422, "request/invalid"),
    ],
)
async def test_a_request_that_breaks_a_rule_is_refused(case: Case, fields: dict[str, str], status: int, problem: str) -> None:
    assert problem_of(await case.head.post(case.path, json={**ASKED, **fields})) == (status, problem)
    assert await case.listed(case.head) == []


async def test_asking_ends_with_aggregation_but_not_with_the_deadline(case: Case) -> None:
    ok(await case.world.administrator.put(f"/periods/{case.period_id}/clock", json={"at": "2022-01-20T00:00:00+07:00"}))
    past = await case.head.post(case.path, json=ASKED)
    assert problem_of(past) == (422, "assessment/extension-not-later"), "the wished date has passed"
    asked = await case.ask(to="2022-02-01T17:00:00+07:00")
    ok(await case.head.post(f"{case.path}/{asked['id']}/withdraw"))
    await case.world.house.tell(ResultAggregatedV1(version=1, period_id=case.period_id, result_version=1, status="aggregated"))
    late = await case.head.post(case.path, json={**ASKED, "to": "2022-02-01T17:00:00+07:00"})
    assert problem_of(late) == (409, "assessment/already-aggregated")


async def test_only_a_head_with_a_sheet_in_the_period_asks(case: Case) -> None:
    world = case.world
    await world.house.tell(a_unit("huyen", "district"))
    without_sheet = await world.client("data_entry", "unit_approver", unit_code="huyen")
    assert problem_of(await without_sheet.post(case.path, json=ASKED)) == (404, "assessment/unit-not-in-set")
    officer = await world.client("data_entry", unit_code=UNIT)
    others = [officer, world.manager, world.administrator, await world.client("appraisal", "appraisal_lead")]
    for other in others:
        assert problem_of(await other.post(case.path, json=ASKED)) == (403, "access/not-permitted")
    planned = await world.planned(year=2020)
    hidden = await case.head.post(f"/periods/{planned}/extension-requests", json=ASKED)
    assert problem_of(hidden) == (404, "assessment/period-not-found")


async def test_units_see_their_own_requests_and_nobody_decides_for_the_own_unit(case: Case) -> None:
    world = case.world
    asked = await case.ask()
    place = f"{case.path}/{asked['id']}"
    theirs = await world.client("data_entry", "unit_approver", unit_code=OTHER)
    assert await case.listed(theirs) == []
    assert problem_of(await theirs.post(f"{place}/withdraw")) == (404, "assessment/extension-request-not-found")
    officer = await world.client("data_entry", unit_code=UNIT)
    assert [r["allowed_actions"] for r in await case.listed(officer)] == [[]]
    for refused in (officer, case.head, world.administrator, await world.client("appraisal")):
        assert problem_of(await refused.post(f"{place}/refuse", json={"reason": "x"})) == (403, "access/not-permitted")
    own = await world.client("management", unit_code=UNIT)
    assert [r["allowed_actions"] for r in await case.listed(own)] == [[]]
    assert problem_of(await own.post(f"{place}/refuse", json={"reason": "x"})) == (403, "assessment/own-unit")
    of_another = await world.client("management", only_for_unit=OTHER)
    assert await case.listed(of_another) == []
    answer = await of_another.post(f"{place}/refuse", json={"reason": "x"})
    assert problem_of(answer) == (404, "assessment/extension-request-not-found")
    assert [r["status"] for r in await case.listed(case.head)] == ["open"]


async def test_what_was_asked_and_decided_never_changes(case: Case) -> None:
    await case.ask()
    with pytest.raises(Exception, match="never change"):
        await case.world.house.rows("UPDATE extension_request SET reason = 'khác' RETURNING id")
