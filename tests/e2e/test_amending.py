"""Amending decisions through all services, while units work and while agencies appraise; ranked by the rules of the last version."""

from fractions import Fraction
from typing import Any

from tests.e2e.live import problem
from tests.support.eventually import eventually
from tests.support.state import dead_letters, settle, state_of
from tests.support.story import AFTER_ALL, SET, UNITS, Story, begin, ok

from chamdiem.embedded.platform import Platform
from chamdiem_kit.rebuild import rebuild, told_by

ONE, TWO, THREE, LAW = UNITS
DEADLINE, AFTER_DEADLINE = "2022-01-25T17:00:00+07:00", "2022-01-25T17:00:01+07:00"
SECOND = SET.replace("score: 1, below: 3}", "score: 1, below: 5}").replace("score: 3, min: 3}", "score: 3, min: 5}")
"""Four occasions are few now: 1.3 gives 1 where it gave 3."""
THIRD = SECOND.replace('label: "Không", score: 0}', 'label: "Không", score: 0.5}').replace("min_percent: 80", "min_percent: 90")
"""1.1 cannot give 0 any more, and the first grade begins at 90."""
GIVEN = {
    ONE: {"1.1": "2", "1.2": "1", "1.3": "3"},
    TWO: {"1.1": "0", "1.2": "2.5", "1.3": "1"},
    THREE: {"1.1": "0", "1.2": "0", "1.3": "1"},
    LAW: {"1.1": "2", "1.2": "3", "1.3": "3"},
}


async def test_the_ranking_follows_the_version_that_two_amending_decisions_left() -> None:
    async with Platform(durable=False) as platform:
        first = platform.administrator
        story = await begin(platform.url, platform.parts.issuer, first.username, first.password)
        try:
            await _play(story)
            await _rebuilt_alike(platform)
        finally:
            await story.close()


async def _play(story: Story) -> None:
    await story.people()
    await story.open_period()
    await _amended_in_self_assessment(story)
    await story.move_clock(AFTER_ALL)
    for agency in story.agencies:
        await _score(story, agency, GIVEN)
        await story.send_appraisal(agency)
    await _amended_in_appraisal(story)
    # Of TWO and THREE a 0 stood at 1.1, which the new version cannot give; all else stands.
    await _score(story, "STP", {TWO: {"1.1": "0.5"}, THREE: {"1.1": "0.5"}}, only={"1.1"})
    await story.send_appraisal("STP")
    await story.hold_survey()
    await story.until_result("aggregated")
    await _ranked_by_the_rules(story)
    late = await _amend(story, SECOND.replace("Kế hoạch", "Kế hoạch năm"))
    assert problem(late) == (409, "assessment/already-aggregated")


async def _amended_in_self_assessment(story: Story) -> None:
    """A sheet in every state: sent, approved, drafted, never begun."""
    for unit in (ONE, TWO, THREE):
        await story.fill(unit)
    for unit in (ONE, TWO):
        await story.approve(unit)
    await story.send(ONE)
    told = ok(await _amend(story, SECOND))
    assert (told["sheets"], told["returned"], told["changed"]) == (4, 2, 3)
    states = {unit: ok(await story.officer(unit).get(story.sheet(unit))) for unit in UNITS}
    assert [states[u]["status"] for u in UNITS] == ["returned", "returned", "drafting", "not_started"]
    assert {i["item"]: i["self_score"] for i in states[ONE]["items"]} == {"1.1": "2.00", "1.2": "1.00", "1.3": "1.00"}
    assert (await story.head(TWO).post(story.sheet(TWO, "/send"))).status_code == 409
    for unit in (ONE, TWO):
        await story.approve(unit)
        await story.send(unit)


async def _amended_in_appraisal(story: Story) -> None:
    no_deadline = await _amend(story, THIRD)
    assert problem(no_deadline) == (422, "assessment/deadline-missing")
    told = ok(await _amend(story, deadline=DEADLINE))
    assert (told["sheets"], told["returned"], told["changed"]) == (4, 2, 0)

    async def opened_again() -> bool:
        found = ok(await story.manager.get("/appraisal/appraisals", params={"period_id": story.period}))["items"]
        return {a["appraiser_code"]: a["status"] for a in found} == {"STP": "reopened", "VP": "sent"}

    await eventually(opened_again, within_s=30)
    # The lock that sending put on the lead's account goes with it.
    await eventually(lambda: _may_come_in(story, "STP"), within_s=30)
    early = await story.lead("STP").post(f"/appraisal/appraisals/{story.appraisals['STP']}/send")
    assert problem(early)[0] == 409, "two sheets are with their units"
    # ONE sends again in time; TWO lets the deadline pass.
    await story.approve(ONE)
    assert (await story.send(ONE))["late"] is False
    await story.move_clock(AFTER_DEADLINE)


async def _ranked_by_the_rules(story: Story) -> None:
    """Each unit's points against a sum of fractions: what agencies gave, and 2 of the survey; of 10."""
    rows: list[dict[str, Any]] = ok(await story.manager.get(f"/ranking/periods/{story.period}/results"))["items"]
    given = {**GIVEN, TWO: {**GIVEN[TWO], "1.1": "0.5"}, THREE: {**GIVEN[THREE], "1.1": "0.5"}}
    points = {unit: sum((Fraction(score) for score in of_unit.values()), Fraction(2)) for unit, of_unit in given.items()}
    assert {row["unit_code"]: Fraction(row["final_score"]) for row in rows} == points
    assert {row["unit_code"]: Fraction(row["index_percent"]) for row in rows} == {u: p * 10 for u, p in points.items()}
    assert {row["unit_code"]: row["level"] for row in rows} == {u: "A" if p * 10 >= 90 else "D" for u, p in points.items()}
    by_rank = [row["unit_code"] for row in sorted(rows, key=lambda row: row["rank"])]
    assert by_rank == sorted(points, key=lambda unit: -points[unit]) == [LAW, ONE, TWO, THREE]


async def _amend(story: Story, document: str = "", **body: Any) -> Any:
    """An amending decision, with the newest version of the set or one published for it."""
    if document:
        await story._published("criteria-sets", {"document": document, "survey_forms_id": story.forms_id})
    versions = ok(await story.manager.get("/assessment/criteria-sets", params={"code": "PAR-DON-VI"}))["items"]
    period = ok(await story.manager.get(f"/assessment/periods/{story.period}"))
    asked = {
        "from_criteria_set_id": period["criteria_sets"][0]["criteria_set_id"],
        "to_criteria_set_id": max(versions, key=lambda v: v["version_number"])["id"],
        "decision": {"number": "45/QĐ-UBND", "issued_on": "2021-12-20"},
        "reason": "Sửa sai sót của biểu mẫu",
    }
    return await story.manager.post(f"/assessment/periods/{story.period}/amendments", json={**asked, **body})


async def _score(story: Story, agency: str, given: dict[str, dict[str, str]], only: set[str] | None = None) -> None:
    units = {sheet: unit for unit, sheet in story.sheets.items()}
    lines = [
        {"sheet_id": i["sheet_id"], "item": i["item"], "score": given[units[i["sheet_id"]]][i["item"]], "reason": "Theo hồ sơ."}
        for i in await story.items(agency)
        if units[i["sheet_id"]] in given and (only is None or i["item"] in only)
    ]
    told = ok(await story.lead(agency).patch(f"/appraisal/appraisals/{story.appraisals[agency]}/scores", json={"lines": lines}))
    assert told["refused"] == [], told


async def _may_come_in(story: Story, agency: str) -> bool:
    answer = await story.lead(agency).get(f"/appraisal/appraisals/{story.appraisals[agency]}")
    return answer.status_code == 200


async def _rebuilt_alike(platform: Platform) -> None:
    databases = platform.parts.databases
    services = {service.spec.name: service for service in platform.services}
    await settle(databases)
    before = {name: await state_of(url) for name, url in databases.items()}
    for service in services.values():
        await rebuild(service, *(told_by(source, other.database) for source, other in services.items()))
    await settle(databases)
    assert {name: await state_of(url) for name, url in databases.items()} == before
    assert await dead_letters(databases) == []
