"""Evidence over HTTP and through a real object store."""

import asyncio
import hashlib
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from services.assessment.tests.sheets import LAST, OPENS, OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.eventually import eventually
from tests.support.house import problem_of

EXAMPLES = Path(__file__).parents[4] / "examples" / "cycle-small" / "evidence"


async def test_a_good_file_is_accepted_under_its_digest_and_can_be_read_by_link(desk: Desk) -> None:
    judged = await desk.upload("Báo cáo số 1 (đã ký).pdf", PDF)
    assert (judged["status"], judged["sha256"], judged["size_bytes"]) == ("accepted", hashlib.sha256(PDF).hexdigest(), len(PDF))
    link = ok(await desk.officer.get(f"/evidence/{judged['id']}/link"))
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(link["url"])
        bare = await browser.get(link["url"].partition("?")[0])
    assert answer.content == PDF
    assert "filename*=UTF-8''B%C3%A1o%20c%C3%A1o" in answer.headers["content-disposition"]
    assert bare.status_code == 403
    logged = await desk.world.house.rows("SELECT evidence_id FROM evidence_link")
    assert [str(r["evidence_id"]) for r in logged] == [judged["id"]]


@pytest.mark.parametrize("name", ["đổi tên.pdf", "không phải ảnh.png", "không phải văn bản.docx"])
async def test_a_file_that_is_not_what_its_name_says_is_refused_and_gone(desk: Desk, name: str) -> None:
    judged = await desk.upload(name, (EXAMPLES / name).read_bytes())
    assert judged["status"] == "refused"
    assert judged["refusal"]
    assert problem_of(await desk.officer.get(f"/evidence/{judged['id']}/link")) == (409, "assessment/evidence-not-accepted")
    again = ok(await desk.officer.post(f"/evidence/{judged['id']}/uploaded", params={"wait_s": 1}))
    assert again == judged


async def test_every_good_example_file_is_accepted(desk: Desk) -> None:
    names = [p for p in EXAMPLES.iterdir() if p.suffix.lower() in (".pdf", ".docx", ".xlsx", ".jpg", ".jpeg", ".png")]
    refused = {"đổi tên.pdf", "không phải ảnh.png", "không phải văn bản.docx", "rỗng.pdf"}
    judged = await asyncio.gather(*(desk.upload(p.name, p.read_bytes()) for p in names if p.name not in refused))
    assert {j["status"] for j in judged} == {"accepted"}


async def test_one_content_may_be_uploaded_twice_under_one_name(desk: Desk) -> None:
    first, second = await desk.upload("a.pdf", PDF), await desk.upload("a.pdf", PDF)
    assert first["sha256"] == second["sha256"]
    assert first["id"] != second["id"]
    listed = ok(await desk.officer.get("/evidence", params={"period_id": desk.period_id, "limit": 1}))
    rest = ok(await desk.officer.get("/evidence", params={"period_id": desk.period_id, "after": listed["next"]}))
    assert [e["id"] for e in listed["items"] + rest["items"]] == [first["id"], second["id"]]
    assert rest["next"] is None


async def test_the_store_itself_refuses_a_file_of_another_size_than_announced(desk: Desk) -> None:
    announced = ok(await desk.officer.post("/evidence", json={"period_id": desk.period_id, "name": "a.pdf", "size_bytes": 10}), 201)
    async with httpx.AsyncClient() as browser:
        answer = await browser.put(announced["upload"]["url"], headers=announced["upload"]["headers"], content=PDF)
    assert answer.status_code == 403


async def test_a_file_said_to_be_uploaded_that_is_not_there_is_refused(desk: Desk) -> None:
    announced = ok(await desk.officer.post("/evidence", json={"period_id": desk.period_id, "name": "a.pdf", "size_bytes": 10}), 201)
    judged = ok(await desk.officer.post(f"/evidence/{announced['id']}/uploaded", params={"wait_s": 10}))
    assert (judged["status"], "tải lại" in judged["refusal"]) == ("refused", True)


async def test_announcing_again_with_the_same_key_gives_the_same_file(desk: Desk) -> None:
    body = {"period_id": desk.period_id, "name": "a.pdf", "size_bytes": 10}
    answers = [await desk.officer.post("/evidence", json=body, headers={"Idempotency-Key": "k1"}) for _ in range(2)]
    assert answers[0].json() == answers[1].json()


@pytest.mark.parametrize(
    ("name", "size", "type_"),
    [
        ("../a.pdf", 1, "unsafe-name"),
        ("a" * 300 + ".pdf", 1, "unsafe-name"),
        ("a\ud800.pdf", 1, "unsafe-name"),
        ("kịch bản.pdf.html", 25, "evidence-refused"),
        ("rỗng.pdf", 0, "evidence-refused"),
        ("a.pdf", 20 * 1024 * 1024 + 1, "evidence-refused"),
    ],
)
async def test_what_cannot_be_taken_is_refused_before_any_upload(desk: Desk, name: str, size: int, type_: str) -> None:
    import json

    body = json.dumps({"period_id": desk.period_id, "name": name, "size_bytes": size})
    answer = await desk.officer.post("/evidence", content=body, headers={"Content-Type": "application/json"})
    assert problem_of(answer) == (422, f"assessment/{type_}")


async def test_files_are_announced_from_the_phases_beginning_to_the_units_last_instant(desk: Desk) -> None:
    body = {"period_id": desk.period_id, "name": "a.pdf", "size_bytes": 10}
    await desk.at(LAST)
    ok(await desk.officer.post("/evidence", json=body), 201)
    await desk.at("2022-01-15T17:00:01+07:00")
    assert problem_of(await desk.officer.post("/evidence", json=body)) == (409, "assessment/too-late")


async def test_nobody_outside_the_unit_learns_of_its_files(desk: Desk) -> None:
    judged = await desk.upload("a.pdf", PDF)
    stranger = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    appraiser = await desk.world.client("appraisal", "appraisal_lead", appraiser_code="SNV")
    for path in (f"/evidence/{judged['id']}", f"/evidence/{judged['id']}/link"):
        assert problem_of(await stranger.get(path)) == (404, "assessment/evidence-not-found")
        assert problem_of(await desk.world.manager.get(path)) == (404, "assessment/evidence-not-found")
        assert problem_of(await appraiser.get(path)) == (403, "access/not-permitted")
    assert problem_of(await stranger.post(f"/evidence/{judged['id']}/uploaded")) == (404, "assessment/evidence-not-found")
    assert ok(await stranger.get("/evidence", params={"period_id": desk.period_id}))["items"] == []
    unknown = {"period_id": str(uuid4()), "name": "a.pdf", "size_bytes": 1}
    assert problem_of(await stranger.post("/evidence", json=unknown)) == (404, "assessment/period-not-found")


async def test_a_manager_reads_files_of_sent_sheets_only(desk: Desk) -> None:
    named = await desk.upload("a.pdf", PDF)
    unnamed = await desk.upload("b.pdf", PDF)
    await desk.fill()
    await desk.fill([{"item": "1.1", "option": "co", "evidence": [named["id"]]}])
    await desk.approve()
    await desk.attach()
    assert problem_of(await desk.world.manager.get(f"/evidence/{named['id']}")) == (404, "assessment/evidence-not-found")
    await desk.send()
    assert ok(await desk.world.manager.get(f"/evidence/{named['id']}"))["unit_code"] == UNIT
    assert problem_of(await desk.world.manager.get(f"/evidence/{unnamed['id']}")) == (404, "assessment/evidence-not-found")


async def test_files_that_wait_when_the_worker_starts_are_judged(desk: Desk) -> None:
    """As after a crash: the state says waiting and nobody calls."""
    body = {"period_id": desk.period_id, "name": "a.pdf", "size_bytes": len(PDF)}
    announced = ok(await desk.officer.post("/evidence", json=body), 201)
    async with httpx.AsyncClient() as browser:
        await browser.put(announced["upload"]["url"], headers=announced["upload"]["headers"], content=PDF)
    await desk.world.house.rows("UPDATE evidence SET status = 'waiting', uploaded_at = now() RETURNING id")

    async def judged() -> bool:
        return bool(ok(await desk.officer.get(f"/evidence/{announced['id']}"))["status"] == "accepted")

    await eventually(judged)
    gone = await desk.world.house.rows("SELECT received_removed FROM evidence")
    assert len(gone) == 1


async def test_before_the_phase_nothing_is_announced(desk: Desk) -> None:
    period = await desk.world.planned(clock_at="2021-11-01T00:00:00+07:00", year=2020)
    ok(await desk.world.manager.post(f"/periods/{period}/open"))
    answer = await desk.officer.post("/evidence", json={"period_id": period, "name": "a.pdf", "size_bytes": 10})
    assert problem_of(answer) == (409, "assessment/too-early"), OPENS


async def test_what_is_taken_is_told_beforehand_and_is_what_the_announcement_holds_to(desk: Desk) -> None:
    limits = ok(await desk.officer.get("/evidence/limits"))
    for extension in limits["extensions"]:
        body = {"period_id": desk.period_id, "name": f"a.{extension}", "size_bytes": limits["max_size_bytes"]}
        ok(await desk.officer.post("/evidence", json=body), 201)
    body = {"period_id": desk.period_id, "name": "a.pdf", "size_bytes": limits["max_size_bytes"] + 1}
    assert problem_of(await desk.officer.post("/evidence", json=body)) == (422, "assessment/evidence-refused")
