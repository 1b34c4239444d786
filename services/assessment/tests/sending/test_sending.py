"""Sending the approved sheet, its receipt, who is told, and taking it back."""

import asyncio
import json
from collections.abc import Coroutine
from decimal import Decimal
from typing import Any

from services.assessment.tests.sheets import COMPLETE, DEADLINE, LAST, PDF, UNIT, Desk
from services.assessment.tests.world import World, ok
from tests.support.house import ids, problem_of

from chamdiem_contracts.assessment import SelfAssessmentRecalledV1, SelfAssessmentSentV1


async def test_sending_freezes_the_sheet_gives_a_receipt_and_tells_the_others(desk: Desk) -> None:
    file = await desk.upload("Sáng kiến.pdf", PDF)
    await desk.fill([{"item": "B1", "count": "2", "evidence": [file["id"]]}])
    fingerprint = await desk.ready()
    receipt = await desk.send()
    assert (receipt["late"], receipt["days_late"], receipt["fingerprint"]) == (False, 0, fingerprint)
    told = (await desk.world.house.outbox())[-1]
    assert isinstance(told, SelfAssessmentSentV1)
    assert (told.unit_code, told.report_fingerprint, told.version) == (UNIT, fingerprint, receipt["version"])
    scores = {"1.1": 2, "1.2.1": 1, "1.2.2": 1, "2.1": Decimal("2.5"), "B1": None}
    assert {a.item: a.self_score for a in told.answers} == scores
    bonus = told.answers[-1]
    assert (bonus.count, [(e.name, e.sha256) for e in bonus.evidence]) == (2, [("Sáng kiến.pdf", file["sha256"])])
    assert problem_of(await desk.officer.patch(desk.path("/items"), json={"lines": COMPLETE})) == (409, "assessment/already-sent")
    assert problem_of(await desk.officer.post(desk.path("/void-approval"), json={"reason": "x"})) == (409, "assessment/already-sent")
    assert ok(await desk.officer.get(desk.path("/receipt"))) == receipt == ok(await desk.world.manager.get(desk.path("/receipt")))
    assert (await desk.sheet())["status"] == "sent"


async def test_a_refused_send_names_the_first_reason_in_the_rules_order(desk: Desk) -> None:
    async def refusal() -> tuple[int, str]:
        return problem_of(await desk.head.post(desk.path("/send")))

    assert await refusal() == (409, "assessment/incomplete")
    await desk.fill()
    assert await refusal() == (409, "assessment/not-approved")
    await desk.approve()
    assert await refusal() == (409, "assessment/signed-report-missing")
    await desk.attach()
    await desk.send()
    assert await refusal() == (409, "assessment/already-sent")
    await desk.at("2022-01-15T17:00:01+07:00")
    assert await refusal() == (409, "assessment/already-sent"), "already sent goes before too late"
    assert ids(await desk.world.house.outbox()).count("assessment.self_assessment.sent.v1") == 1


async def test_too_early_goes_before_everything_else(desk: Desk) -> None:
    period = await desk.world.planned(clock_at="2021-11-01T00:00:00+07:00", year=2020)
    ok(await desk.world.manager.post(f"/periods/{period}/open"))
    found = ok(await desk.head.get(f"/periods/{period}/sheets"))["items"]
    answer = await desk.head.post(f"/sheets/{found[0]['sheet_id']}/send")
    assert problem_of(answer) == (409, "assessment/too-early")


async def test_after_the_last_instant_sending_is_refused_before_completeness_is_looked_at(desk: Desk) -> None:
    await desk.at("2022-01-15T17:00:00.000001+07:00")
    assert problem_of(await desk.head.post(desk.path("/send"))) == (409, "assessment/too-late")


async def test_the_deadline_itself_is_in_time_and_a_moment_later_is_a_working_day_late(desk: Desk) -> None:
    await desk.ready()
    await desk.at(DEADLINE)
    assert (await desk.send())["days_late"] == 0
    ok(await desk.head.post(desk.path("/recall"), json={"reason": "Sửa số liệu"}))
    await desk.approve()
    await desk.attach()
    await desk.at("2021-12-31T17:00:00.000001+07:00")
    late = await desk.send()
    assert (late["late"], late["days_late"]) == (True, 1)
    shown = ok(await desk.world.manager.get(f"/periods/{desk.period_id}/sheets"))["items"]
    assert [(s["status"], s["late"], s["complete_percent"]) for s in shown if s["unit_code"] == UNIT] == [("sent", True, 100)]


async def test_the_last_instant_itself_is_late_but_taken(desk: Desk) -> None:
    await desk.ready()
    await desk.at(LAST)
    # Friday 31/12 to Saturday 15/01: ten working days of two weeks.
    assert (await desk.send())["days_late"] == 10


async def test_an_extension_makes_a_late_sending_timely(desk: Desk) -> None:
    await desk.ready()
    extension = {"unit_code": UNIT, "to": "2022-02-01T17:00:00+07:00", "reason": "Đổi tổ chức"}
    ok(await desk.world.manager.post(f"/periods/{desk.period_id}/extensions", json=extension), 201)
    await desk.at("2022-02-01T17:00:00+07:00")
    assert (await desk.send())["late"] is False


async def test_a_recalled_sheet_is_drafted_again_and_needs_a_new_approval(desk: Desk) -> None:
    await desk.ready()
    first = await desk.send()
    assert problem_of(await desk.head.post(desk.path("/recall"), json={"reason": ""})) == (422, "assessment/reason-missing")
    recalled = ok(await desk.head.post(desk.path("/recall"), json={"reason": "Sửa số liệu"}))
    assert recalled["status"] == "drafting"
    told = (await desk.world.house.outbox())[-1]
    assert isinstance(told, SelfAssessmentRecalledV1)
    assert (told.status, told.version) == ("recalled", recalled["version"])
    assert problem_of(await desk.world.manager.get(desk.path())) == (404, "assessment/sheet-not-found")
    assert problem_of(await desk.head.post(desk.path("/recall"), json={"reason": "x"})) == (409, "assessment/not-sent")
    assert problem_of(await desk.head.post(desk.path("/send"))) == (409, "assessment/not-approved")
    await desk.approve()
    await desk.attach()
    second = await desk.send()
    assert second["version"] > first["version"]
    assert second["receipt_number"] != first["receipt_number"]


async def test_nothing_is_recalled_after_the_deadline_or_once_appraisal_began(desk: Desk) -> None:
    await desk.ready()
    await desk.send()
    await desk.at("2021-12-31T17:00:00.000001+07:00")
    assert problem_of(await desk.head.post(desk.path("/recall"), json={"reason": "x"})) == (409, "assessment/too-late")
    extension = {"unit_code": UNIT, "to": "2022-02-01T17:00:00+07:00", "reason": "Đổi tổ chức"}
    ok(await desk.world.manager.post(f"/periods/{desk.period_id}/extensions", json=extension), 201)
    await desk.at("2022-01-16T00:00:00+07:00")
    assert problem_of(await desk.head.post(desk.path("/recall"), json={"reason": "x"})) == (409, "assessment/appraisal-begun")


async def test_of_two_sends_at_once_one_is_told(desk: Desk) -> None:
    await desk.ready()
    answers = await asyncio.gather(*(desk.head.post(desk.path("/send")) for _ in range(4)))
    assert sorted(a.status_code for a in answers) == [200, 409, 409, 409]
    assert ids(await desk.world.house.outbox()).count("assessment.self_assessment.sent.v1") == 1


async def test_saves_racing_an_approval_and_a_send_leave_what_was_sent_equal_to_what_stands(desk: Desk) -> None:
    await desk.fill()
    seen = ok(await desk.head.post(desk.path("/report")))["fingerprint"]

    async def one_by_one(item: str, times: int) -> None:
        for n in range(times):
            version = next(i["version"] for i in (await desk.sheet())["items"] if i["item"] == item)
            body, tag = {"count": str(n)}, {"If-Match": f'"{version}"'}
            assert (await desk.officer.put(desk.path(f"/items/{item}"), json=body, headers=tag)).status_code in (200, 409)

    async def many(times: int) -> None:
        for n in range(times):
            lines = [{"item": "1.2.1", "numerator": str(n), "denominator": "9"}]
            assert (await desk.officer.patch(desk.path("/items"), json={"lines": lines})).status_code in (200, 409)

    def saves() -> list[Coroutine[Any, Any, None]]:
        return [one_by_one("2.1", 10), one_by_one("1.2.2", 10), many(10)]

    approve = desk.head.post(desk.path("/approve"), json={"fingerprint": seen})
    approved, *_ = await asyncio.gather(approve, *saves())
    if approved.status_code == 200:
        (row,) = await desk.world.house.rows("SELECT document FROM report_snapshot")
        frozen = {line["item"]: (line["count"], line["numerator"]) for line in json.loads(row["document"])["answers"]}
        assert {i["item"]: (i["count"], i["numerator"]) for i in (await desk.sheet())["items"]} == frozen
    else:
        assert problem_of(approved) == (409, "assessment/report-changed")
        await desk.approve()
    await desk.attach()
    await asyncio.gather(desk.send(), *saves())
    told = (await desk.world.house.outbox())[-1]
    assert isinstance(told, SelfAssessmentSentV1)
    standing = {i["item"]: (i["count"], i["numerator"]) for i in (await desk.sheet())["items"]}
    assert {a.item: (None if a.count is None else str(a.count), a.numerator) for a in told.answers} == standing


async def test_what_was_sent_cannot_be_changed_in_the_database_either(world: World) -> None:
    triggers = await world.house.rows("SELECT DISTINCT event_object_table AS t FROM information_schema.triggers")
    frozen = {r["t"] for r in triggers}
    assert {"sent_snapshot", "report_snapshot", "answer_history", "self_assessment_history", "evidence"} <= frozen
