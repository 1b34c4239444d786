"""A rehearsal's own clock and units' extensions."""

import pytest
from services.assessment.tests.world import World, a_period, a_unit, ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import PeriodChangedV1, PeriodClockMovedV1
from chamdiem_contracts.ranking import ResultAggregatedV1

START = "2021-12-01T00:00:00+07:00"
LATER = "2022-01-20T17:00:00+07:00"


async def test_the_clock_moves_forward_only_and_each_move_counts(world: World) -> None:
    period_id = await world.opened()
    path = f"/periods/{period_id}/clock"
    assert ok(await world.administrator.get(path)) == {"clock_version": 0, "clock_at": "2021-11-30T17:00:00Z"}
    assert ok(await world.administrator.put(path, json={"at": START}))["clock_version"] == 1
    assert ok(await world.administrator.put(path, json={"at": LATER})) == {"clock_version": 2, "clock_at": "2022-01-20T10:00:00Z"}
    assert problem_of(await world.administrator.put(path, json={"at": START})) == (409, "assessment/clock-backwards")
    told = [e for e in await world.house.outbox() if isinstance(e, PeriodClockMovedV1)]
    assert [(e.clock_version, e.version) for e in told] == [(1, 3), (2, 4)]
    for kind in ("data_entry", "appraisal", "management", "support", "client"):
        reader = await world.client(kind)
        assert ok(await reader.get(path))["clock_version"] == 2
        assert problem_of(await reader.put(path, json={"at": LATER})) == (403, "access/not-permitted")


async def test_a_normal_period_has_no_clock_of_its_own(world: World) -> None:
    period_id = await world.planned(rehearsal=False, clock_at=None)
    assert ok(await world.administrator.get(f"/periods/{period_id}/clock")) == {"clock_version": 0, "clock_at": None}
    answer = await world.administrator.put(f"/periods/{period_id}/clock", json={"at": LATER})
    assert problem_of(answer) == (409, "assessment/no-own-clock")
    set_id = await world.criteria_set()

    answer = await world.manager.post("/periods", json=a_period(set_id, rehearsal=False))
    assert problem_of(answer) == (409, "assessment/no-own-clock")


def an_extension(**fields: str) -> dict[str, str]:
    return {"unit_code": "so-y-te", "to": LATER, "reason": "Thiên tai", **fields}


async def test_the_newest_extension_of_a_unit_counts_and_all_are_kept(world: World) -> None:
    await world.departments("so-y-te")
    period_id = await world.opened()
    path = f"/periods/{period_id}/extensions"
    for to in ("2022-03-01T00:00:00Z", LATER):
        ok(await world.manager.post(path, json=an_extension(to=to)), 201)
    told = (await world.house.outbox())[-1]
    assert isinstance(told, PeriodChangedV1)
    assert [(e.unit_code, e.to.isoformat()) for e in told.extensions] == [("so-y-te", "2022-01-20T10:00:00+00:00")]
    kept = ok(await world.manager.get(path))["items"]
    assert [e["to"] for e in kept] == ["2022-03-01T00:00:00Z", "2022-01-20T10:00:00Z"]
    assert all(e["reason"] == "Thiên tai" and e["given_by"] and not e["given_at"].startswith("2021") for e in kept)


@pytest.mark.parametrize(
    ("fields", "status", "problem"),
    [
        ({"to": "2021-12-31T17:00:00+07:00"}, 422, "assessment/extension-not-later"),
        ({"to": "ngày mai"}, 422, "request/invalid"),
        ({"reason": " \n"}, 422, "assessment/value-missing"),
        ({"reason": "x" * 10_001}, 422, "request/invalid"),
        ({"unit_code": "khong-co"}, 404, "assessment/unknown-unit"),
        ({"unit_code": "huyen"}, 404, "assessment/unit-not-in-set"),
        ({"unit_code": "so\0"}, 422, "request/invalid"),
    ],
)
async def test_an_extension_that_breaks_a_rule_is_refused(world: World, fields: dict[str, str], status: int, problem: str) -> None:

    await world.house.tell(a_unit("so-y-te"), a_unit("huyen", "district"))
    period_id = await world.opened()
    answer = await world.manager.post(f"/periods/{period_id}/extensions", json=an_extension(**fields))
    assert problem_of(answer) == (status, problem)
    assert ok(await world.manager.get(f"/periods/{period_id}/extensions"))["items"] == []


async def test_an_extension_is_given_after_the_deadline_too_until_aggregation(world: World) -> None:
    await world.departments("so-y-te")
    period_id = await world.opened()
    ok(await world.administrator.put(f"/periods/{period_id}/clock", json={"at": "2022-02-01T00:00:00Z"}))
    ok(await world.manager.post(f"/periods/{period_id}/extensions", json=an_extension()), 201)
    await world.house.tell(ResultAggregatedV1(version=1, period_id=period_id, result_version=1, status="aggregated"))
    answer = await world.manager.post(f"/periods/{period_id}/extensions", json=an_extension())
    assert problem_of(answer) == (409, "assessment/already-aggregated")


async def test_nobody_extends_for_the_own_unit(world: World) -> None:
    await world.departments("so-y-te", "so-noi-vu")
    period_id = await world.opened()
    path = f"/periods/{period_id}/extensions"
    manager = await world.client("management", unit_code="so-y-te")
    assert problem_of(await manager.post(path, json=an_extension())) == (403, "assessment/own-unit")
    ok(await manager.post(path, json=an_extension(unit_code="so-noi-vu")), 201)
    of_one_unit = await world.client("management", only_for_unit="so-noi-vu")
    assert problem_of(await of_one_unit.post(path, json=an_extension())) == (403, "assessment/own-unit")
    ok(await of_one_unit.post(path, json=an_extension(unit_code="so-noi-vu")), 201)
    for kind in ("data_entry", "appraisal", "administration", "support", "client"):
        other = await world.client(kind, "unit_approver", unit_code="so-y-te")
        assert problem_of(await other.post(path, json=an_extension())) == (403, "access/not-permitted")


async def test_a_retried_extension_is_given_once(world: World) -> None:
    await world.departments("so-y-te")
    period_id = await world.opened()
    path = f"/periods/{period_id}/extensions"
    answers = [await world.manager.post(path, json=an_extension(), headers={"Idempotency-Key": "a"}) for _ in range(2)]
    assert ok(answers[0], 201) == ok(answers[1], 201)
    assert len(ok(await world.manager.get(path))["items"]) == 1


async def test_an_extension_overtaken_by_a_later_deadline_is_told_no_more(world: World) -> None:

    await world.departments("so-y-te")
    set_id = await world.criteria_set()
    period_id = await world.opened(set_id)
    ok(await world.manager.post(f"/periods/{period_id}/extensions", json=an_extension()), 201)
    phases = {"self_assessment": {"from": START, "to": "2022-02-01T00:00:00Z"}}
    body = {**a_period(set_id, phases=phases), "clock_at": None}
    changed = ok(await world.manager.put(f"/periods/{period_id}", json=body, headers={"If-Match": '"3"'}))
    assert changed["extensions"] == []
