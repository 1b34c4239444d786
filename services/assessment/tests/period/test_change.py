"""Planning, changing and closing a period, and who sees it."""

import asyncio
from typing import Any

import pytest
from services.assessment.tests.world import World, a_period, a_set, ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import PeriodChangedV1
from chamdiem_contracts.ranking import ResultAggregatedV1, ResultPublishedV1, ResultReopenedV1


def with_(body: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {**body, "clock_at": None, **fields}


async def test_a_planned_period_changes_wholly_but_stays_a_rehearsal(world: World) -> None:
    one, two = await world.criteria_set(), await world.criteria_set(a_set("KHAC"))
    period_id = await world.planned(one)
    tag = {"If-Match": '"1"'}
    changed = ok(await world.manager.put(f"/periods/{period_id}", json=with_(a_period(two), year=2022), headers=tag))
    assert [s["code"] for s in changed["criteria_sets"]] == ["KHAC"]
    assert (changed["year"], changed["version"]) == (2022, 2)
    assert await world.house.outbox() != []
    assert not any(isinstance(e, PeriodChangedV1) for e in await world.house.outbox())
    answer = await world.manager.put(f"/periods/{period_id}", json=with_(a_period(two), rehearsal=False), headers={"If-Match": '"2"'})
    assert problem_of(answer) == (409, "assessment/period-fixed")
    assert problem_of(await world.manager.put(f"/periods/{period_id}", json=a_period(two), headers=tag)) == (412, "request/stale")


async def test_an_open_period_changes_its_phases_holidays_and_replacements_only(world: World) -> None:
    await world.departments("so-noi-vu")
    set_id = await world.criteria_set()
    period_id = await world.opened(set_id)
    body = with_(a_period(set_id), holidays=["2022-01-03"], conflict_appraiser={"replacements": {"SNV": "STC"}})
    changed = ok(await world.manager.put(f"/periods/{period_id}", json=body, headers={"If-Match": '"2"'}))
    assert changed["holidays"] == ["2022-01-03"]
    told = (await world.house.outbox())[-1]
    assert isinstance(told, PeriodChangedV1)
    assert (told.version, told.conflict_replacements, len(told.sheets)) == (3, {"SNV": "STC"}, 1)
    for field, value in {"year": 2022, "criteria_set_ids": [await world.criteria_set()], "clarification_rounds": 1}.items():
        answer = await world.manager.put(f"/periods/{period_id}", json=with_(body, **{field: value}), headers={"If-Match": '"3"'})
        assert problem_of(answer) == (409, "assessment/period-fixed")
        assert [e["pointer"] for e in answer.json()["errors"]] == [f"/{field}"]
    without = with_(body, conflict_appraiser={"replacements": {}})
    answer = await world.manager.put(f"/periods/{period_id}", json=without, headers={"If-Match": '"3"'})
    assert problem_of(answer) == (422, "assessment/period-refused")


async def test_nothing_changes_between_aggregation_and_its_reopening(world: World) -> None:
    set_id = await world.criteria_set()
    period_id = await world.opened(set_id)
    aggregated = ResultAggregatedV1(version=3, period_id=period_id, result_version=1, status="aggregated")
    await world.house.tell(aggregated)
    tag = {"If-Match": '"2"'}
    body = with_(a_period(set_id))
    assert problem_of(await world.manager.put(f"/periods/{period_id}", json=body, headers=tag)) == (409, "assessment/already-aggregated")
    await world.house.tell(ResultReopenedV1(version=2, period_id=period_id, result_version=1, status="provisional"))
    assert problem_of(await world.manager.put(f"/periods/{period_id}", json=body, headers=tag))[0] == 409
    await world.house.tell(ResultReopenedV1(version=4, period_id=period_id, result_version=1, status="provisional"))
    ok(await world.manager.put(f"/periods/{period_id}", json=body, headers=tag))


async def test_the_status_follows_the_rehearsals_clock_and_the_result(world: World) -> None:
    period_id = await world.opened()
    for at, status in (
        ("2022-01-15T17:00:00+07:00", "open"),
        ("2022-01-15T17:00:00.000001+07:00", "self_assessment_closed"),
        ("2022-02-28T17:00:00+07:00", "self_assessment_closed"),
        ("2022-02-28T17:00:01+07:00", "appraisal_closed"),
    ):
        ok(await world.administrator.put(f"/periods/{period_id}/clock", json={"at": at}))
        assert ok(await world.manager.get(f"/periods/{period_id}"))["status"] == status
    await world.house.tell(ResultPublishedV1(version=9, period_id=period_id, result_version=1, status="published"))
    assert ok(await world.manager.get(f"/periods/{period_id}"))["status"] == "published"
    assert ok(await world.manager.post(f"/periods/{period_id}/close"))["status"] == "archived"
    assert problem_of(await world.manager.post(f"/periods/{period_id}/close")) == (409, "assessment/period-not-open")


async def test_every_change_is_kept_with_who_and_when(world: World) -> None:
    period_id = await world.opened()
    ok(await world.administrator.put(f"/periods/{period_id}/clock", json={"at": "2022-01-01T00:00:00Z"}))
    ok(await world.manager.post(f"/periods/{period_id}/close"))
    history = ok(await world.administrator.get(f"/periods/{period_id}/history", params={"limit": 3}))
    assert [h["act"] for h in history["items"]] == ["created", "opened", "clock_moved"]
    assert history["items"][2]["state"]["clock_at"].startswith("2022-01-01T00:00:00")
    assert not history["items"][2]["changed_at"].startswith("2022-01-01")
    last = ok(await world.administrator.get(f"/periods/{period_id}/history", params={"after": history["next"]}))
    assert [h["act"] for h in last["items"]] == ["closed"]


async def test_a_unit_sees_only_its_own_line_of_an_open_period(world: World) -> None:
    await world.departments("so-noi-vu", "so-y-te")
    set_id = await world.criteria_set()
    planned, opened = await world.planned(set_id), await world.opened(set_id)
    for unit in ("so-noi-vu", "so-y-te"):
        ok(await world.manager.post(f"/periods/{opened}/extensions", json=an_extension(unit)), 201)
    officer = await world.client("data_entry", unit_code="so-y-te")
    assert [p["id"] for p in ok(await officer.get("/periods"))["items"]] == [opened]
    shown = ok(await officer.get(f"/periods/{opened}"))
    assert [s["unit_code"] for s in shown["sheets"]] == ["so-y-te"]
    assert [e["unit_code"] for e in shown["extensions"]] == ["so-y-te"]
    assert problem_of(await officer.get(f"/periods/{planned}")) == (404, "assessment/period-not-found")
    appraiser = await world.client("appraisal", appraiser_code="SNV")
    assert ok(await appraiser.get(f"/periods/{opened}"))["sheets"] == []


def an_extension(unit: str) -> dict[str, str]:
    return {"unit_code": unit, "to": "2022-01-20T17:00:00+07:00", "reason": "Thiên tai"}


@pytest.mark.parametrize("kind", ["data_entry", "appraisal", "administration", "support", "client"])
async def test_only_managers_plan_open_change_and_close(world: World, kind: str) -> None:
    set_id = await world.criteria_set()
    period_id = await world.planned(set_id)
    other = await world.client(kind, "unit_approver", "appraisal_lead", "council_member")
    forbidden = (403, "access/not-permitted")
    assert problem_of(await other.post("/periods", json=a_period(set_id))) == forbidden
    assert problem_of(await other.put(f"/periods/{period_id}", json=a_period(set_id), headers={"If-Match": '"1"'})) == forbidden
    for act in ("open", "close"):
        assert problem_of(await other.post(f"/periods/{period_id}/{act}")) == forbidden
    assert problem_of(await other.get(f"/periods/{period_id}/opening")) == forbidden


async def test_a_period_opened_twice_at_once_opens_once(world: World) -> None:
    await world.departments("so-noi-vu")
    period_id = await world.planned()
    answers = await asyncio.gather(*(world.manager.post(f"/periods/{period_id}/open") for _ in range(4)))
    assert sorted(a.status_code for a in answers) == [200, 409, 409, 409]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("year", 999),
        ("year", 10**14),
        ("program", "x"),
        ("holidays", ["2021-02-30"]),
        ("clock_at", "2021-12-01"),
        ("clock_at", "0001-01-01T00:00:00+07:00"),
        ("clock_at", 1640000000),
        ("lock_scope", "none"),
        ("clarification_rounds", 3),
        ("conflict_appraiser", {"replacements": {"A\0": "B"}}),
        ("phases", {"self_assessment": {"from": "9999-12-31T23:59:59-07:00", "to": "2021-12-31T17:00:00+07:00"}}),
        ("more", 1),
    ],
)
async def test_a_broken_field_is_named(world: World, field: str, value: Any) -> None:
    set_id = await world.criteria_set()
    answer = await world.manager.post("/periods", json=a_period(set_id, **{field: value}))
    assert problem_of(answer) == (422, "request/invalid")
    assert all(e["pointer"].startswith(f"/{field}") for e in answer.json()["errors"])


async def test_a_retried_plan_is_made_once(world: World) -> None:
    body = a_period(await world.criteria_set())
    answers = await asyncio.gather(*(world.manager.post("/periods", json=body, headers={"Idempotency-Key": "k"}) for _ in range(3)))
    assert ok(answers[0], 201) == ok(answers[1], 201) == ok(answers[2], 201)
    assert len(ok(await world.manager.get("/periods"))["items"]) == 1
    other = await world.manager.post("/periods", json={**body, "year": 2022}, headers={"Idempotency-Key": "k"})
    assert problem_of(other) == (409, "request/idempotency-key-reused")


async def test_periods_are_listed_by_program_and_year_page_by_page(world: World) -> None:
    set_id = await world.criteria_set()
    ids = [await world.planned(set_id, year=year) for year in (2020, 2021, 2021, 2021)]
    page = ok(await world.manager.get("/periods", params={"year": 2021, "program": "par_index", "limit": 2}))
    rest = ok(await world.manager.get("/periods", params={"year": 2021, "limit": 2, "after": page["next"]}))
    assert [p["id"] for p in [*page["items"], *rest["items"]]] == ids[1:]
    assert rest["next"] is None
    assert ok(await world.manager.get("/periods", params={"program": "task_completion"}))["items"] == []
