"""Sending the approved sheet, its receipt, and who is told."""

from decimal import Decimal

from services.assessment.tests.sheets import COMPLETE, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

from chamdiem_contracts.assessment import SelfAssessmentSentV1


async def test_sending_freezes_the_sheet_gives_a_receipt_and_tells_the_others(desk: Desk) -> None:
    fingerprint = await desk.ready()
    receipt = await desk.send()
    assert (receipt["late"], receipt["days_late"], receipt["fingerprint"]) == (False, 0, fingerprint)
    told = (await desk.world.house.outbox())[-1]
    assert isinstance(told, SelfAssessmentSentV1)
    assert (told.unit_code, told.report_fingerprint, told.version) == (UNIT, fingerprint, receipt["version"])
    assert {a.item: a.self_score for a in told.answers} == {"1.1": 2, "1.2.1": 1, "1.2.2": 1, "2.1": Decimal("2.5")}
    assert problem_of(await desk.officer.patch(desk.path("/items"), json={"lines": COMPLETE})) == (409, "assessment/already-sent")
    assert ok(await desk.officer.get(desk.path("/receipt"))) == receipt
