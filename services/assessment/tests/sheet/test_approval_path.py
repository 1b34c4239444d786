"""Inside the unit: what is missing, submitting, returning."""

from services.assessment.tests.sheets import COMPLETE, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of


async def test_missing_names_values_and_evidence_in_the_sets_order(desk: Desk) -> None:
    await desk.fill([{"item": "1.1", "option": "co"}, {"item": "B1", "count": "1", "explanation": "  "}, {"item": "2.1", "count": "0"}])
    missing = ok(await desk.officer.get(desk.path("/missing")))["items"]
    assert [(m["item"], m["kind"]) for m in missing] == [("1.1", "evidence"), ("1.2.1", "value"), ("1.2.2", "value"), ("B1", "evidence")]
    assert (await desk.sheet())["missing_count"] == 4


async def test_a_sheet_goes_from_officer_to_head_and_back_with_a_reason(desk: Desk) -> None:
    await desk.fill()
    submitted = await desk.officer.post(desk.path("/submit"))
    assert (ok(submitted)["status"], submitted.headers["etag"]) == ("awaiting_approval", '"2"')
    assert problem_of(await desk.officer.post(desk.path("/submit"))) == (409, "assessment/already-submitted")
    assert problem_of(await desk.head.post(desk.path("/return"), json={"reason": " "})) == (422, "assessment/reason-missing")
    returned = ok(await desk.head.post(desk.path("/return"), json={"reason": "Xem lại mục 2.1"}))
    assert returned["status"] == "returned"
    history = ok(await desk.officer.get(desk.path("/history")))["items"]
    assert [(h["act"], h["reason"]) for h in history] == [("begun", ""), ("submitted", ""), ("returned", "Xem lại mục 2.1")]


async def test_only_the_head_returns_approves_attaches_sends_and_recalls(desk: Desk) -> None:
    await desk.fill()
    for method, path, body in (
        ("POST", "/return", {"reason": "x"}),
        ("POST", "/approve", {"fingerprint": "0" * 64}),
        ("PUT", "/signed-report", {"evidence_id": desk.sheet_id}),
        ("POST", "/send", None),
        ("POST", "/recall", {"reason": "x"}),
    ):
        assert problem_of(await desk.officer.request(method, desk.path(path), json=body)) == (403, "access/not-permitted")


async def test_what_may_be_done_follows_the_state_and_who_asks(desk: Desk) -> None:
    async def actions() -> tuple[list[str], list[str]]:
        return (await desk.sheet())["allowed_actions"], ok(await desk.head.get(desk.path()))["allowed_actions"]

    assert await actions() == (["save", "submit", "export"], ["save", "approve", "submit", "export"])
    await desk.ready()
    assert await actions() == (["export", "void_approval"], ["export", "void_approval", "attach_signed_report", "send"])
    await desk.send()
    assert await actions() == ([], ["recall"])
    assert ok(await desk.world.manager.get(desk.path()))["allowed_actions"] == []


async def test_submitting_needs_nothing_saved_before(desk: Desk) -> None:
    assert ok(await desk.officer.post(desk.path("/submit")))["status"] == "awaiting_approval"
    await desk.fill(COMPLETE)
    assert (await desk.sheet())["status"] == "awaiting_approval"
