"""Windows of clarification as a part of a period's phases."""

from typing import Any

from services.assessment.tests.world import World, a_period, ok
from tests.support.house import problem_of

USUAL: dict[str, Any] = a_period()["phases"]


def a_window(from_: str, to: str) -> dict[str, str]:
    """From and to days of January and February 2022."""
    return {"from": f"2022-{from_}T00:00:00+07:00", "to": f"2022-{to}T17:00:00+07:00"}


async def _faults(world: World, rounds: int, *windows: dict[str, str]) -> list[str]:
    await world.departments("so-noi-vu")
    period = await world.planned(clarification_rounds=rounds, phases={**USUAL, "clarification": list(windows)})
    return [f["place"] for f in ok(await world.manager.get(f"/periods/{period}/opening"))["faults"]]


async def test_windows_stand_in_the_appraisal_phase_in_their_order_and_no_more_than_rounds(world: World) -> None:
    good = a_window("01-20", "01-25"), a_window("02-01", "02-05")
    assert await _faults(world, 2, *good) == []
    assert await _faults(world, 2) == []
    assert await _faults(world, 1, *good) == ["phases.clarification"]
    assert await _faults(world, 1, a_window("01-25", "01-20")) == ["phases.clarification[0].to"]
    assert await _faults(world, 1, a_window("01-10", "01-20")) == ["phases.clarification[0].from"]
    assert await _faults(world, 1, a_window("02-20", "03-05")) == ["phases.clarification[0].to"]
    assert await _faults(world, 2, a_window("01-20", "01-25"), a_window("01-25", "02-01")) == ["phases.clarification[1].from"]


async def test_an_open_period_gets_its_windows_moved_and_tells_it(world: World) -> None:
    await world.departments("so-noi-vu")
    period = await world.opened(clarification_rounds=1)
    seen = ok(await world.manager.get(f"/periods/{period}"))
    assert seen["clarifications"] == []
    body = a_period(
        *(s["criteria_set_id"] for s in seen["criteria_sets"]),
        clarification_rounds=1,
        phases={**USUAL, "clarification": [a_window("01-20", "01-25")]},
    )
    tag = {"If-Match": f'"{seen["version"]}"'}
    changed = ok(await world.manager.put(f"/periods/{period}", json=body, headers=tag))
    assert [w["closes_at"] for w in changed["clarifications"]] == ["2022-01-25T10:00:00Z"]
    told = (await world.house.outbox())[-1]
    assert len(told.clarifications) == 1  # type: ignore[attr-defined]
    fixed = {**body, "clarification_rounds": 2}
    answer = await world.manager.put(f"/periods/{period}", json=fixed, headers={"If-Match": f'"{changed["version"]}"'})
    assert problem_of(answer) == (409, "assessment/period-fixed")
