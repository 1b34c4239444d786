"""Exporting, printing and approving exactly one snapshot."""

import hashlib
import io
import zipfile

import pytest
from services.assessment.tests.sheets import COMPLETE, LAST, OTHER, PDF, Desk, a_wide_set
from services.assessment.tests.world import ok
from tests.support.house import problem_of


async def test_the_fingerprint_changes_with_what_is_printed_and_with_nothing_else(desk: Desk) -> None:
    async def fingerprint() -> str:
        return str(ok(await desk.officer.post(desk.path("/report")))["fingerprint"])

    await desk.fill()
    first = await fingerprint()
    assert await fingerprint() == first
    await desk.fill()
    assert await fingerprint() == first, "saving the same again changes no word of the report"
    await desk.at("2021-12-24T00:00:00+07:00")
    assert await fingerprint() == first
    await desk.fill([{**COMPLETE[0], "explanation": "khác"}])
    assert await fingerprint() != first
    await desk.fill([COMPLETE[0]])
    assert await fingerprint() == first


async def test_the_frozen_document_is_what_the_fingerprint_is_of(desk: Desk) -> None:
    await desk.fill()
    fingerprint = await desk.approve()
    (row,) = await desk.world.house.rows("SELECT document FROM report_snapshot")
    assert hashlib.sha256(row["document"].encode()).hexdigest() == fingerprint
    assert desk.sheet_id not in row["document"]
    assert desk.period_id not in row["document"]


async def test_a_report_is_printed_in_three_formats_with_the_same_bytes_each_time(desk: Desk) -> None:
    await desk.fill()
    pdf, docx, xlsx = [await desk.officer.get(desk.path(f"/report.{f}")) for f in ("pdf", "docx", "xlsx")]
    assert pdf.content.startswith(b"%PDF-")
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(docx.content)).namelist()
    assert "xl/workbook.xml" in zipfile.ZipFile(io.BytesIO(xlsx.content)).namelist()
    fingerprint = ok(await desk.officer.post(desk.path("/report")))["fingerprint"]
    text = zipfile.ZipFile(io.BytesIO(docx.content))
    words = b"".join(text.read(n) for n in text.namelist())
    assert fingerprint.encode() in words
    assert "DIỄN TẬP".encode() in words
    desk.world.house.service.parts.printing._kept.clear()
    assert (await desk.officer.get(desk.path("/report.pdf"))).content == pdf.content
    assert problem_of(await desk.officer.get(desk.path("/report.txt")))[0] == 422


async def test_a_sent_report_is_byte_for_byte_the_approved_one(desk: Desk) -> None:
    await desk.fill()
    await desk.ready()
    approved = (await desk.officer.get(desk.path("/report.xlsx"))).content
    await desk.send()
    desk.world.house.service.parts.printing._kept.clear()
    assert (await desk.officer.get(desk.path("/report.xlsx"))).content == approved


async def test_an_incomplete_sheet_is_not_approved_and_each_missing_thing_is_named(desk: Desk) -> None:
    await desk.fill(COMPLETE[1:])
    fingerprint = ok(await desk.head.post(desk.path("/report")))["fingerprint"]
    refused = await desk.head.post(desk.path("/approve"), json={"fingerprint": fingerprint})
    assert problem_of(refused) == (409, "assessment/incomplete")
    assert [e["pointer"] for e in refused.json()["errors"]] == ["/items/1.1"]


async def test_only_the_snapshot_that_was_seen_is_approved(desk: Desk) -> None:
    await desk.fill()
    seen = ok(await desk.head.post(desk.path("/report")))["fingerprint"]
    await desk.fill([{"item": "2.1", "count": "0"}])
    assert problem_of(await desk.head.post(desk.path("/approve"), json={"fingerprint": seen})) == (409, "assessment/report-changed")
    assert problem_of(await desk.head.post(desk.path("/approve"), json={"fingerprint": "x\x00"})) == (409, "assessment/report-changed")
    assert (await desk.sheet())["status"] == "drafting"


async def test_an_approved_sheet_is_changed_only_after_the_approval_was_voided(desk: Desk) -> None:
    await desk.fill()
    fingerprint = await desk.approve()
    refused = await desk.officer.patch(desk.path("/items"), json={"lines": COMPLETE})
    assert problem_of(refused) == (409, "assessment/already-approved")
    assert "hủy phê duyệt" in refused.json()["detail"]
    assert problem_of(await desk.officer.post(desk.path("/submit"))) == (409, "assessment/already-approved")
    assert problem_of(await desk.head.post(desk.path("/approve"), json={"fingerprint": fingerprint})) == (
        409,
        "assessment/already-approved",
    )
    assert problem_of(await desk.officer.post(desk.path("/void-approval"), json={"reason": ""})) == (422, "assessment/reason-missing")
    await desk.attach()
    voided = ok(await desk.officer.post(desk.path("/void-approval"), json={"reason": "Sửa mục 2.1"}))
    assert (voided["status"], voided["report_fingerprint"], voided["signed_report_id"]) == ("drafting", None, None)
    assert problem_of(await desk.officer.post(desk.path("/void-approval"), json={"reason": "x"})) == (409, "assessment/not-approved")
    await desk.fill([{"item": "2.1", "count": "0"}])
    acts = [h["act"] for h in ok(await desk.officer.get(desk.path("/history")))["items"]]
    assert acts == ["begun", "exported", "approved", "signed_report_attached", "approval_voided"]


async def test_the_signed_report_is_an_accepted_pdf_of_the_unit_for_an_approved_sheet(desk: Desk) -> None:
    await desk.fill()
    pdf = await desk.upload("Báo cáo.pdf", PDF)
    body = {"evidence_id": pdf["id"]}
    assert problem_of(await desk.head.put(desk.path("/signed-report"), json=body)) == (409, "assessment/not-approved")
    await desk.approve()
    picture = await desk.upload("ảnh.jpg", b"\xff\xd8\xff\xe0" + bytes(30))
    theirs = await desk.upload("c.pdf", PDF, await desk.world.client("data_entry", unit_code=OTHER))
    for wrong in (picture["id"], theirs["id"], desk.sheet_id):
        answer = await desk.head.put(desk.path("/signed-report"), json={"evidence_id": wrong})
        assert problem_of(answer) == (422, "assessment/signed-report-refused")
    assert ok(await desk.head.put(desk.path("/signed-report"), json=body))["signed_report_id"] == pdf["id"]


@pytest.mark.parametrize("late", [False, True])
async def test_a_report_is_approved_to_the_last_instant(desk: Desk, late: bool) -> None:
    await desk.fill()
    fingerprint = ok(await desk.head.post(desk.path("/report")))["fingerprint"]
    await desk.at("2022-01-15T17:00:01+07:00" if late else LAST)
    answer = await desk.head.post(desk.path("/approve"), json={"fingerprint": fingerprint})
    assert answer.status_code == (409 if late else 200)


async def test_a_manager_prints_a_report_once_it_is_sent(desk: Desk) -> None:
    await desk.ready()
    assert problem_of(await desk.world.manager.get(desk.path("/report.pdf"))) == (404, "assessment/sheet-not-found")
    await desk.send()
    assert (await desk.world.manager.get(desk.path("/report.pdf"))).content.startswith(b"%PDF-")
    assert problem_of(await desk.world.house.anonymous.get(desk.path("/report.pdf"))) == (401, "access/unauthenticated")


async def test_a_sheet_with_nothing_to_declare_is_approved_and_sent(desk: Desk) -> None:
    by_the_system = a_wide_set().replace("PAR-RONG", "PAR-TRONG").replace("self_scored: true", "self_scored: false")
    other = await Desk.begin(desk.world, by_the_system)
    await other.approve()
    await other.attach()
    assert (await other.send())["late"] is False
