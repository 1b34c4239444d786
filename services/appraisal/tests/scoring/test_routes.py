"""Scores one by one and many at once: what is kept, what is refused, by whom and when."""

import time
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from services.appraisal.tests.world import DAY, OWN, PLAIN, SILENT, World, codes
from tests.support.house import an_account, problem_of


async def test_good_lines_are_kept_and_bad_ones_named_with_their_column(world: World) -> None:
    answer = await world.score(
        "stc",
        {"unit": PLAIN, "item": "1.3", "score": "1.50"},
        {"unit": PLAIN, "item": "1.3", "score": "4.001", "reason": "x"},
        {"unit": PLAIN, "item": "1.3", "score": "5", "reason": "x"},
        {"unit": PLAIN, "item": "1.3", "score": "1.49"},
        {"unit": PLAIN, "item": "1.3", "score": "1,5"},
        {"unit": PLAIN, "item": "1.3"},
        {"unit": PLAIN, "item": "9.9", "score": "1"},
        {"unit": PLAIN, "item": "1.4", "score": "1"},
        {"unit": PLAIN, "item": "T1", "count": "1"},
        {"unit": PLAIN, "item": "1.1", "score": "2"},
        {"unit": PLAIN, "item": "1.2", "score": "1"},
        {"unit": SILENT, "item": "1.2", "not_applicable": True},
        {"unit": PLAIN, "item": "1.3", "score": "1", "count": "1"},
        {"unit": PLAIN, "item": "1.3\u0000", "score": "1"},
        {"unit": PLAIN, "item": "1.3", "score": "1", "reason": "a" * 10_001},
    )
    assert answer["saved"] == 1
    assert codes(answer) == [
        (1, "appraisal/too-many-digits"),
        (2, "appraisal/out-of-range"),
        (3, "appraisal/reason-missing"),
        (4, "appraisal/not-a-number"),
        (5, "appraisal/value-missing"),
        (6, "appraisal/unknown-item"),
        (7, "appraisal/system-item"),
        (8, "appraisal/system-item"),
        (9, "appraisal/not-assigned"),
        (10, "appraisal/reason-missing"),
        (11, "appraisal/not-claimed"),
        (12, "appraisal/value-not-allowed"),
        (13, "appraisal/unknown-item"),
        (14, "appraisal/text-too-long"),
    ]
    assert [r["column"] for r in answer["refused"]][:5] == ["score", "score", "reason", "score", "score"]
    assert answer["refused"][8]["problem"]["status"] == 404


async def test_a_score_is_changed_only_from_the_version_that_was_seen(world: World) -> None:
    path = f"/appraisals/{await world.id_of('SNV')}/sheets/{world.sheets[PLAIN]}/items/1.1/score"
    snv = world.clients["snv"]
    assert problem_of(await snv.put(path, json={"score": "2"})) == (428, "request/precondition-required")
    first = await snv.put(path, json={"score": "2"}, headers={"If-Match": '"0"'})
    assert (first.status_code, first.headers["ETag"], first.json()["score"]) == (200, '"1"', "2")
    stale = await snv.put(path, json={"score": "0.5", "reason": "Thiếu"}, headers={"If-Match": '"0"'})
    assert problem_of(stale) == (412, "request/stale")
    assert (stale.json()["present"]["score"], stale.json()["present"]["version"]) == ("2", 1)
    second = await snv.put(path, json={"score": "0.5", "reason": "Thiếu"}, headers={"If-Match": '"1"'})
    assert second.json()["version"] == 2
    history = (await snv.get(f"/sheets/{world.sheets[PLAIN]}/items/1.1/history")).json()["items"]
    assert [(h["score_before"], h["score"], h["reason"]) for h in history] == [(None, "2", ""), ("2", "0.5", "Thiếu")]
    assert history[1]["changed_by"] == str(world.accounts["snv"].account_id)


async def test_a_later_line_of_an_item_replaces_the_earlier_one(world: World) -> None:
    answer = await world.score(
        "snv", {"unit": PLAIN, "item": "1.1", "score": "0.5", "reason": "Thiếu"}, {"unit": PLAIN, "item": "1.1", "score": "2"}
    )
    assert (answer["saved"], answer["refused"]) == (2, [])
    items = (await world.clients["snv"].get(f"/appraisals/{await world.id_of('SNV')}/items")).json()["items"]
    assert next(i for i in items if i["unit_code"] == PLAIN and i["item"] == "1.1")["score"] == "2"


async def test_a_unit_that_sent_nothing_has_self_score_zero_and_no_claims(world: World) -> None:
    answer = await world.score("stc", {"unit": SILENT, "item": "1.3", "score": "0.00"}, {"unit": SILENT, "item": "1.2", "score": "1"})
    assert codes(answer) == [(1, "appraisal/reason-missing")]


async def test_agreeing_takes_score_claim_and_count_as_the_unit_gave_them(world: World) -> None:
    id_ = await world.id_of("STC")
    lines = [{"sheet_id": str(world.sheets[PLAIN]), "item": item} for item in ("1.2", "1.3", "1.4", "1.1")]
    answer = (await world.clients["stc"].post(f"/appraisals/{id_}/agree", json={"lines": lines})).json()
    assert (answer["saved"], codes(answer)) == (2, [(2, "appraisal/system-item"), (3, "appraisal/not-assigned")])
    items = {i["item"]: i for i in (await world.clients["stc"].get(f"/appraisals/{id_}/items")).json()["items"] if i["unit_code"] == PLAIN}
    assert (items["1.2"]["not_applicable"], items["1.3"]["score"]) == (True, "1.50")
    snv = await world.id_of("SNV")
    lines = [{"sheet_id": str(world.sheets[PLAIN]), "item": "B1"}, {"sheet_id": str(world.sheets[SILENT]), "item": "1.1"}]
    answer = (await world.clients["snv"].post(f"/appraisals/{snv}/agree", json={"lines": lines})).json()
    # 1.1 has no option of 0 points, so a sheet that was never sent has to be scored by hand.
    assert codes(answer) == [(1, "appraisal/score-not-possible")]
    sheet = (await world.clients["manager"].get(f"/sheets/{world.sheets[PLAIN]}")).json()
    bonus = next(i for i in sheet["items"] if i["item"] == "B1")
    assert (bonus["count"], bonus["points"]) == ("3", "1")


async def test_a_count_other_than_claimed_needs_a_reason(world: World) -> None:
    answer = await world.score(
        "snv",
        {"unit": PLAIN, "item": "B1", "count": "1"},
        {"unit": PLAIN, "item": "B1", "count": "1.5"},
        {"unit": PLAIN, "item": "B1", "count": "03"},
    )
    assert (answer["saved"], codes(answer)) == (1, [(0, "appraisal/reason-missing"), (1, "appraisal/not-a-number")])


async def test_nobody_scores_the_own_agencys_unit_and_the_replacement_does(world: World) -> None:
    refused = await world.score("snv_lead", {"unit": OWN, "item": "1.1", "score": "2"})
    assert codes(refused) == [(0, "appraisal/not-assigned")]
    assert (await world.score("stc", {"unit": OWN, "item": "1.1", "score": "2"}))["saved"] == 1


@pytest.mark.parametrize("switched_on", [True, False])
async def test_a_person_with_an_account_at_the_unit_scores_it_only_where_the_conflict_rule_is_off(world: World, switched_on: bool) -> None:
    member = an_account("appraisal", appraiser_code="SNV")
    await world.enter("snv_both", member)
    await world.house.tell(an_account("data_entry", unit_code=PLAIN, sub=member.sub))
    await world.change_period(conflict_enabled=switched_on)
    answer = await world.score(
        "snv_both", {"unit": PLAIN, "item": "1.1", "score": "2"}, {"unit": SILENT, "item": "1.1", "score": "2", "reason": "x"}
    )
    assert codes(answer) == ([(0, "appraisal/not-assigned")] if switched_on else [])


async def test_nothing_is_scored_before_the_phase_or_after_its_end(world: World) -> None:
    now = datetime.now(UTC)
    line = {"sheet_id": str(world.sheets[PLAIN]), "item": "1.1", "score": "2"}
    path = f"/appraisals/{await world.id_of('SNV')}/scores"
    await world.change_period(appraisal_from=now + DAY)
    assert problem_of(await world.clients["snv"].patch(path, json={"lines": [line]})) == (409, "appraisal/phase-not-begun")
    await world.change_period(appraisal_from=now - 2 * DAY, appraisal_to=now - DAY)
    assert problem_of(await world.clients["snv"].patch(path, json={"lines": [line]})) == (409, "appraisal/phase-ended")
    body = {"to": (now + DAY).isoformat(), "reason": "Khối lượng lớn"}
    path_ = f"/periods/{world.period_id}/phase-extension"
    assert problem_of(await world.clients["snv_lead"].post(path_, json=body)) == (403, "access/not-permitted")
    earlier = {**body, "to": (now - 2 * DAY).isoformat()}
    assert problem_of(await world.clients["manager"].post(path_, json=earlier)) == (422, "appraisal/extension-not-later")
    key = {"Idempotency-Key": "một".encode().hex()}
    first = await world.clients["manager"].post(path_, json=body, headers=key)
    assert first.status_code == 201, first.text
    assert (await world.clients["manager"].post(path_, json=body, headers=key)).json() == first.json()
    listed = (await world.clients["snv"].get(f"/periods/{world.period_id}/phase-extensions")).json()["items"]
    assert [e["reason"] for e in listed] == ["Khối lượng lớn"]
    assert (await world.clients["snv"].patch(path, json={"lines": [line]})).json()["saved"] == 1


async def test_a_rehearsals_deadlines_are_judged_by_its_own_clock(world: World) -> None:
    now = datetime.now(UTC)
    line = {"sheet_id": str(world.sheets[SILENT]), "item": "1.1", "score": "0.5", "reason": "x"}
    path = f"/appraisals/{await world.id_of('SNV')}/scores"
    await world.change_period(clock_at=now + 6 * DAY, clock_version=3)
    assert problem_of(await world.clients["snv"].patch(path, json={"lines": [line]})) == (409, "appraisal/phase-ended")
    await world.change_period(clock_at=now - 10 * DAY - DAY / 24, clock_version=4, appraisal_from=now - 11 * DAY)
    assert codes((await world.clients["snv"].patch(path, json={"lines": [line]})).json()) == [(0, "appraisal/sheet-still-open")]
    clock = (await world.clients["officer"].get(f"/periods/{world.period_id}/clock")).json()
    assert clock["clock_version"] == 4
    assert problem_of(await world.clients["officer"].get(f"/periods/{uuid4()}/clock")) == (404, "appraisal/period-not-found")


async def test_members_score_what_the_lead_gave_them_and_the_lead_everything(world: World) -> None:
    id_ = await world.id_of("STC")
    assert (await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "1.5"}))["saved"] == 1
    lead, path = world.clients["stc_lead"], f"/appraisals/{id_}/members"
    given = {"lines": [{"account_id": str(world.accounts["stc"].account_id), "sheets": [str(world.sheets[OWN])], "items": ["1.3"]}]}
    assert problem_of(await world.clients["stc"].put(path, json=given, headers={"If-Match": '"0"'})) == (403, "access/not-permitted")
    assert problem_of(await world.clients["snv_lead"].put(path, json=given, headers={"If-Match": '"0"'})) == (404, "appraisal/not-found")
    foreign = {"lines": [{"account_id": str(world.accounts["snv"].account_id)}]}
    assert problem_of(await lead.put(path, json=foreign, headers={"If-Match": '"0"'})) == (422, "appraisal/unknown-member")
    assert (await lead.put(path, json=given, headers={"If-Match": '"0"'})).status_code == 200
    assert problem_of(await lead.put(path, json=given, headers={"If-Match": '"0"'})) == (412, "request/stale")
    answer = await world.score("stc", {"unit": PLAIN, "item": "1.3", "score": "1.5"}, {"unit": OWN, "item": "1.3", "score": "1.5"})
    assert (answer["saved"], codes(answer)) == (1, [(0, "appraisal/not-assigned")])
    assert (await world.score("stc_lead", {"unit": PLAIN, "item": "1.3", "score": "1.5"}))["saved"] == 1
    listed = (await lead.get(path)).json()
    assert (listed["version"], len(listed["lines"])) == (1, 1)


@pytest.mark.parametrize("who", ["manager", "officer"])
async def test_managers_and_units_cannot_score(world: World, who: str) -> None:
    path = f"/appraisals/{await world.id_of('SNV')}/scores"
    assert problem_of(await world.clients[who].patch(path, json={"lines": []})) == (403, "access/not-permitted")


async def test_another_agencys_appraisal_does_not_exist(world: World) -> None:
    id_ = await world.id_of("SNV")
    stc = world.clients["stc_lead"]
    for path in (f"/appraisals/{id_}", f"/appraisals/{id_}/items", f"/appraisals/{id_}/missing", f"/appraisals/{id_}/knock-outs"):
        assert problem_of(await stc.get(path)) == (404, "appraisal/not-found")
    assert problem_of(await stc.patch(f"/appraisals/{id_}/scores", json={"lines": []})) == (404, "appraisal/not-found")
    assert [a["appraiser_code"] for a in (await stc.get("/appraisals")).json()["items"]] == ["STC"]
    progress = (await stc.get(f"/periods/{world.period_id}/progress")).json()["appraisals"]
    assert [a["appraiser_code"] for a in progress] == ["STC"]


async def test_a_thousand_lines_take_a_handful_of_statements(world: World) -> None:
    line = {"sheet_id": str(world.sheets[PLAIN]), "item": "1.3", "score": "1.5"}
    path = f"/appraisals/{await world.id_of('STC')}/scores"
    await world.clients["stc"].patch(path, json={"lines": [line]})
    begun = time.perf_counter()
    answer = await world.clients["stc"].patch(path, json={"lines": [line] * 1000})
    assert answer.json()["saved"] == 1000
    assert time.perf_counter() - begun < 1
    assert (await world.clients["stc"].patch(path, json={"lines": [line] * 1001})).status_code == 422
