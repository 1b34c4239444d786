"""Reading a report on the screen: the same words, numbers and fingerprint as the print."""

from services.assessment.tests.sheets import COMPLETE, PDF, Desk
from services.assessment.tests.world import ok


async def test_what_is_read_is_what_is_printed_and_approved(desk: Desk) -> None:
    file = await desk.upload("Sáng kiến.pdf", PDF)
    await desk.fill([*COMPLETE, {"item": "B1", "count": "2", "evidence": [file["id"]]}])
    read = ok(await desk.head.get(desk.path("/report")))
    printed = await desk.head.get(desk.path("/report.docx"))
    assert printed.headers["X-Report-Fingerprint"] == read["fingerprint"]
    assert ok(await desk.head.post(desk.path("/report")))["fingerprint"] == read["fingerprint"]
    assert (read["self_total"], read["max_score"], read["status_label"]) == ("6.50", "12.00", "Dự thảo, chưa phê duyệt")
    assert [(f["self_score"], f["max_score"]) for f in read["fields"]] == [("4.00", "8.00"), ("2.50", "4.00")]
    rows = {row["item"]: row for row in read["rows"] if row["item"]}
    assert (rows["1.2.1"]["declared"], rows["1.2.1"]["self_score"]) == ("1/3", "1.00")
    assert rows["1.1"]["explanation"] == COMPLETE[0]["explanation"]
    assert rows["B1"]["evidence"] == [{"name": "Sáng kiến.pdf", "sha256": file["sha256"]}]
    assert [row["level"] for row in read["rows"] if row["item"] is None] == ["field", "criterion", "field"]
    assert [w["explanation"] for w in read["without_evidence"]] == [COMPLETE[0]["explanation"]]
    ok(await desk.head.post(desk.path("/approve"), json={"fingerprint": read["fingerprint"]}))
    approved = ok(await desk.head.get(desk.path("/report")))
    assert (approved["fingerprint"], approved["status_label"]) == (read["fingerprint"], "Lãnh đạo đã phê duyệt")


async def test_reading_writes_nothing(desk: Desk) -> None:
    await desk.fill()
    before = ok(await desk.head.get(desk.path("/history")))
    ok(await desk.head.get(desk.path("/report")))
    assert ok(await desk.head.get(desk.path("/history"))) == before
