"""An amending decision: what it does to sheets in every state, what it keeps, what it tells, and when it is refused (rules §2)."""

from typing import Any

import pytest
from services.assessment.tests.amendment.acts import (
    DEADLINE,
    DECISION,
    NO_SUCH_OPTION,
    OTHER_CODE,
    OTHER_GRADES,
    OTHER_OPTIONS,
    THREE_DECIMALS,
    amend,
    ask,
    new_version,
    preview,
    set_of,
)
from services.assessment.tests.sheets import COMPLETE, UNIT, Desk, a_wide_set
from services.assessment.tests.world import ok
from tests.support.house import ids, problem_of

from chamdiem_contracts.assessment import PeriodChangedV1, SelfAssessmentRecalledV1, SelfAssessmentSentV1

THIRD = [{"item": "1.2.1", "numerator": "1", "denominator": "7"}]


async def items_of(desk: Desk) -> dict[str, dict[str, Any]]:
    return {i["item"]: i for i in (await desk.sheet())["items"]}


async def test_a_value_that_the_new_version_takes_stays_as_it_is_and_others_are_not_touched(desk: Desk) -> None:
    await desk.fill()
    before = await items_of(desk)
    done = await amend(desk, OTHER_OPTIONS)
    assert (done["from_version"], done["to_version"], done["sheets"], done["returned"], done["changed"]) == (1, 2, 2, 0, 0)
    assert [(i["code"], i["declared_anew"]) for i in done["items"]["changed"]] == [("1.1", True)]
    sheet = await desk.sheet()
    assert (sheet["criteria_set_id"], sheet["status"], sheet["self_total"]) == (await set_of(desk), "drafting", "6.50")
    assert await items_of(desk) == before


async def test_a_value_that_the_new_version_does_not_take_is_to_be_declared_anew_and_stays_in_the_history(desk: Desk) -> None:
    await desk.fill()
    await amend(desk, NO_SUCH_OPTION)
    item = (await items_of(desk))["1.1"]
    assert (item["option"], item["self_score"], item["explanation"], item["version"]) == (None, None, "Kế hoạch số 12/KH-SNV", 2)
    sheet = await desk.sheet()
    assert (sheet["self_total"], [m["item"] for m in sheet["missing"]]) == ("4.50", ["1.1"])
    history = ok(await desk.officer.get(desk.path("/items/1.1/history")))["items"]
    assert [(h["option"], h["amended"]) for h in history] == [(None, True), ("co", False)]
    told = ok(await desk.officer.get(desk.path("/amendments")))["items"]
    assert [(a["decision"]["number"], a["emptied"], a["rescored"], a["gone"]) for a in told] == [("45/QĐ-UBND", ["1.1"], [], [])]


async def test_a_code_that_is_gone_leaves_the_sum_and_comes_back_with_its_value_and_its_versions(desk: Desk) -> None:
    await desk.fill()
    await amend(desk, OTHER_CODE)
    sheet = await desk.sheet()
    assert (sheet["self_total"], "1.2.2" in await items_of(desk)) == ("5.50", False)
    assert [m["item"] for m in sheet["missing"]] == ["1.2.3"]
    assert [h["count"] for h in ok(await desk.officer.get(desk.path("/items/1.2.2/history")))["items"]] == ["2"]
    assert problem_of(await desk.officer.get(desk.path("/items/9.9/history"))) == (404, "assessment/unknown-item")
    await amend(desk, a_wide_set())
    back = (await items_of(desk))["1.2.2"]
    assert (back["count"], back["self_score"], back["version"]) == ("2", "1.00", 2)
    await desk.fill([{"item": "1.2.2", "count": "4"}])
    assert (await desk.sheet())["self_total"] == "8.50"
    assert [a["restored"] for a in ok(await desk.officer.get(desk.path("/amendments")))["items"]] == [["1.2.2"], []]


async def test_an_approved_sheet_goes_back_with_the_reason_the_leaf_and_the_deadline(desk: Desk) -> None:
    await desk.ready()
    done = await amend(desk, OTHER_OPTIONS, deadline=DEADLINE)
    assert (done["returned"], done["deadline"]) == (1, "2022-01-20T10:00:00Z")
    sheet = await desk.sheet()
    assert (sheet["status"], sheet["report_fingerprint"], sheet["signed_report_id"]) == ("returned", None, None)
    assert sheet["deadline"] == "2022-01-20T10:00:00+00:00"
    assert problem_of(await desk.head.post(desk.path("/send"))) == (409, "assessment/not-approved")
    last = ok(await desk.officer.get(desk.path("/history")))["items"][-1]
    assert (last["act"], last["status"]) == ("amended", "returned")
    assert last["reason"] == (
        "Quyết định số 45/QĐ-UBND ngày 20/12/2021 sửa đổi bộ tiêu chí. Kê khai lại: 1.1. Thời hạn gửi: 17:00 ngày 20/01/2022."
    )
    assert ids(await desk.world.house.outbox())[-1] == "assessment.period.changed.v1", "nobody else had heard of the sheet"


async def test_a_sent_sheet_goes_back_in_the_appraisal_phase_and_everyone_hears_of_it(desk: Desk) -> None:
    await desk.ready()
    receipt = await desk.send()
    await desk.at("2022-01-17T08:00:00+07:00")
    new_id = await new_version(desk, NO_SUCH_OPTION)
    told = ok(await preview(desk, new_id))
    assert (told["needs_deadline"], [(s["unit_code"], s["goes_back"], s["items"]) for s in told["sheets"]]) == (
        True,
        [(UNIT, True, {"rescored": [], "emptied": ["1.1"], "gone": [], "restored": []})],
    )
    assert problem_of(await ask(desk, new_id)) == (422, "assessment/deadline-missing")
    assert problem_of(await ask(desk, new_id, deadline="2022-01-16T08:00:00+07:00")) == (422, "assessment/extension-not-later")
    assert await set_of(desk) != new_id, "what was refused did nothing"
    ok(await ask(desk, new_id, deadline=DEADLINE), 201)
    period, recalled = (await desk.world.house.outbox())[-2:]
    assert isinstance(period, PeriodChangedV1) and isinstance(recalled, SelfAssessmentRecalledV1)
    assert [str(s.criteria_set_id) for s in period.sheets] == [new_id, new_id]
    assert [(e.unit_code, e.reason) for e in period.extensions] == [(UNIT, "Sửa đổi bộ tiêu chí: Quyết định số 45/QĐ-UBND ngày 20/12/2021")]
    assert recalled.version == receipt["version"] + 1
    await desk.fill([{"item": "1.1", "option": "du", "explanation": "Kế hoạch số 12/KH-SNV"}])
    await desk.approve()
    await desk.attach()
    again = await desk.send()
    assert (again["late"], again["version"] > recalled.version) == (False, True)


async def test_a_sent_sheet_with_nothing_to_declare_stays_sent_and_is_told_again_with_its_new_scores(desk: Desk) -> None:
    await desk.fill()
    await desk.fill(THIRD)
    await desk.approve()
    await desk.attach()
    receipt = await desk.send()
    done = await amend(desk, THREE_DECIMALS)
    assert (done["returned"], done["changed"]) == (0, 1)
    sheet = await desk.sheet()
    assert (sheet["status"], sheet["self_total"]) == ("sent", "5.929")
    told = (await desk.world.house.outbox())[-1]
    assert isinstance(told, SelfAssessmentSentV1)
    assert (told.version, told.report_fingerprint, told.sent_at.isoformat()) == (
        receipt["version"] + 1,
        receipt["fingerprint"],
        "2021-11-30T17:00:00+00:00",
    )
    assert {a.item: str(a.self_score) for a in told.answers}["1.2.1"] == "0.429"
    printed = ok(await desk.officer.get(desk.path("/report")))
    assert printed["fingerprint"] == receipt["fingerprint"], "what was approved is printed as it was"
    rows = [row["self_score"] for row in printed["rows"] if row["item"] == "1.2.1"]
    assert (rows, printed["self_total"]) == (["0.43"], "5.93")


async def test_an_approval_falls_where_scores_become_others_and_stands_where_nothing_on_the_sheet_does(desk: Desk) -> None:
    await desk.fill()
    await desk.fill(THIRD)
    await desk.approve()
    await amend(desk, OTHER_GRADES)
    assert (await desk.sheet())["status"] == "approved"
    await amend(desk, THREE_DECIMALS)
    sheet = await desk.sheet()
    assert (sheet["status"], sheet["self_total"]) == ("returned", "5.929")


async def test_a_sheet_that_nobody_wrote_to_just_has_the_new_version(desk: Desk) -> None:
    await amend(desk, NO_SUCH_OPTION)
    assert (await desk.sheet())["status"] == "not_started"
    saved = ok(
        await desk.officer.patch(desk.path("/items"), json={"lines": [{"item": "1.1", "option": "du"}, {"item": "1.1", "option": "co"}]})
    )
    assert (saved["saved"], [r["problem"]["type"] for r in saved["refused"]]) == (1, ["/problems/assessment/unknown-option"])


async def test_a_request_for_more_time_is_granted_by_the_deadline(desk: Desk) -> None:
    await desk.ready()
    asked = {"to": "2022-01-10T17:00:00+07:00", "reason": "Đổi tổ chức"}
    ok(await desk.head.post(f"/periods/{desk.period_id}/extension-requests", json=asked), 201)
    await amend(desk, OTHER_OPTIONS, deadline=DEADLINE)
    requests = ok(await desk.head.get(f"/periods/{desk.period_id}/extension-requests"))["items"]
    assert [r["status"] for r in requests] == ["granted"]


async def test_an_amendment_is_refused_for_any_version_but_a_newer_one_of_the_same_set(desk: Desk) -> None:
    present = await set_of(desk)
    other = await desk.world.criteria_set(a_wide_set().replace("PAR-RONG", "PAR-KHAC"))
    other_types = await desk.world.criteria_set(a_wide_set().replace("unit_types: [department]", "unit_types: [district]"))
    newer = await new_version(desk, OTHER_GRADES)
    assert problem_of(await ask(desk, present)) == (422, "assessment/version-not-newer")
    assert problem_of(await ask(desk, other)) == (422, "assessment/version-not-newer")
    assert problem_of(await ask(desk, other_types)) == (422, "assessment/period-refused")
    assert problem_of(await ask(desk, newer, from_id=other)) == (409, "assessment/set-not-in-period")
    draft = ok(await desk.world.manager.post("/criteria-sets", json={"document": THREE_DECIMALS, "media_type": "yaml"}), 201)
    assert problem_of(await ask(desk, draft["id"])) == (404, "assessment/document-not-found")
    assert problem_of(await ask(desk, newer, reason=" "))[0] == 422
    ok(await ask(desk, newer, from_id=present), 201)
    assert problem_of(await ask(desk, newer, from_id=present)) == (409, "assessment/set-not-in-period")


@pytest.mark.parametrize("status", ["aggregated", "agreed", "published"])
async def test_nothing_is_amended_once_the_result_is_aggregated(desk: Desk, status: str) -> None:
    newer = await new_version(desk, OTHER_OPTIONS)
    await desk.world.house.rows(
        "INSERT INTO known_result (period_id, version, status) VALUES (:p, 1, :s) RETURNING 1", p=desk.period_id, s=status
    )
    assert problem_of(await ask(desk, newer)) == (409, "assessment/already-aggregated")
    assert problem_of(await preview(desk, newer)) == (409, "assessment/already-aggregated")
    assert "amend" not in ok(await desk.world.manager.get(f"/periods/{desk.period_id}"))["allowed_actions"]


async def test_a_retry_amends_once_and_a_closed_period_is_not_amended(desk: Desk) -> None:
    newer, present = await new_version(desk, OTHER_OPTIONS), await set_of(desk)
    answers = [ok(await ask(desk, newer, from_id=present, headers={"Idempotency-Key": "k-1"}), 201) for _ in range(2)]
    assert answers[0] == answers[1]
    assert len(ok(await desk.world.manager.get(f"/periods/{desk.period_id}/amendments"))["items"]) == 1
    newest = await new_version(desk, OTHER_GRADES)
    ok(await desk.world.manager.post(f"/periods/{desk.period_id}/close"))
    assert problem_of(await ask(desk, newest)) == (409, "assessment/period-not-open")


async def test_only_a_manager_of_the_whole_province_amends_or_looks_at_what_it_would_do(desk: Desk) -> None:
    newer = await new_version(desk, OTHER_OPTIONS)
    world = desk.world
    others = [
        desk.officer,
        desk.head,
        world.administrator,
        await world.client("management", only_for_unit=UNIT),
        await world.client("appraisal", "appraisal_lead", appraiser_code="SNV"),
        await world.client("support"),
    ]
    for client in others:
        assert (await ask(desk, newer, client)).status_code == 403
        assert (await preview(desk, newer, client)).status_code == 403
    assert world.house.anonymous and (await ask(desk, newer, world.house.anonymous)).status_code == 401
    assert await set_of(desk) != newer


async def test_who_may_not_see_a_sheet_hears_nothing_of_what_was_amended_on_it(desk: Desk) -> None:
    await desk.fill()
    newer = await new_version(desk, NO_SUCH_OPTION)
    hidden = ok(await preview(desk, newer))
    assert [(s["status"], s["items"]) for s in hidden["sheets"]] == [("drafting", None)], (
        "of a sheet not sent a manager hears its state only"
    )
    ok(await ask(desk, newer), 201)
    stranger = await desk.world.client("data_entry", unit_code="so-tai-chinh")
    for client in (stranger, desk.world.manager):
        assert problem_of(await client.get(desk.path("/amendments"))) == (404, "assessment/sheet-not-found")
    assert ok(await stranger.get(f"/periods/{desk.period_id}/amendments"))["items"][0]["decision"] == DECISION


async def test_the_decision_and_the_new_version_stand_in_the_logs_and_cannot_be_changed_in_the_database(desk: Desk) -> None:
    await desk.fill()
    await amend(desk, NO_SUCH_OPTION)
    acts = [line["act"] for line in ok(await desk.world.manager.get("/log"))["items"]]
    assert acts.count("sheet.amended") == 1 and acts.count("period.amended") == 1
    assert acts.count("answer.saved") == len(COMPLETE), "what the decision emptied was saved by nobody"
    for sql in (
        "UPDATE set_amendment SET reason = 'x'",
        "DELETE FROM amended_sheet",
        "UPDATE period_sheet SET unit_code = 'x'",
        "DELETE FROM period_sheet",
    ):
        with pytest.raises(Exception, match="are frozen"):
            await desk.world.house.rows(f"{sql} RETURNING 1")
