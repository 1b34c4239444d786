"""Saving declared values: one leaf, many at once, by whom and when."""

import asyncio
import json
from typing import Any
from uuid import uuid4

import httpx
import pytest
from services.assessment.tests.sheets import COMPLETE, LAST, OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of

VALUE = {"option": "co"}


async def put(client: httpx.AsyncClient, desk: Desk, item: str, body: dict[str, Any], version: int = 0) -> httpx.Response:
    return await client.put(desk.path(f"/items/{item}"), json=body, headers={"If-Match": f'"{version}"'})


async def test_a_saved_leaf_has_the_score_that_its_method_gives(desk: Desk) -> None:
    saved = ok(await put(desk.officer, desk, "1.2.1", {"numerator": "2", "denominator": "3", "explanation": "2 trên 3"}))
    assert (saved["self_score"], saved["version"], saved["is_claim"]) == ("2.00", 1, False)
    sheet = await desk.sheet()
    assert (sheet["status"], sheet["self_total"], sheet["items"]) == ("drafting", "2.00", [saved])
    assert sheet["missing_count"] == 3


async def test_a_claim_has_no_score(desk: Desk) -> None:
    declared = ok(await put(desk.officer, desk, "1.2.1", {"numerator": "0", "denominator": "0"}))
    asked = ok(await put(desk.officer, desk, "1.2.2", {"not_applicable": True}))
    assert [(a["is_claim"], a["self_score"]) for a in (declared, asked)] == [(True, None), (True, None)]
    assert (await desk.sheet())["self_total"] == "0.00"


async def test_more_done_than_due_is_taken_with_a_warning(desk: Desk) -> None:
    saved = ok(await put(desk.officer, desk, "1.2.1", {"numerator": "5", "denominator": "3"}))
    assert (saved["self_score"], len(saved["warnings"])) == ("3.00", 1)


@pytest.mark.parametrize(
    ("item", "body", "problem"),
    [
        ("1.1", {"option": "maybe"}, (422, "assessment/unknown-option")),
        ("1.1", {}, (422, "assessment/value-missing")),
        ("1.1", {"option": "co", "count": "1"}, (422, "assessment/value-not-allowed")),
        ("1.1", {"not_applicable": True}, (422, "assessment/not-applicable-not-allowed")),
        ("1.1", {"option": "co", "explanation": "x" * 10_001}, (422, "assessment/text-too-long")),
        ("1.1", {"option": "co", "explanation": "a\x00b"}, (422, "assessment/value-not-allowed")),
        ("1.1", {"option": "co", "explanation": "a\ud800b"}, (422, "assessment/value-not-allowed")),
        ("1.1", {"option": "co", "evidence": [str(uuid4())]}, (422, "assessment/evidence-missing")),
        ("1.1", {"option": "co", "evidence": ["../etc"]}, (422, "assessment/evidence-missing")),
        ("1.2.1", {"numerator": "1", "denominator": "0"}, (422, "assessment/numerator-without-denominator")),
        ("1.2.1", {"numerator": "1e400", "denominator": "1"}, (422, "assessment/not-a-number")),
        ("1.2.1", {"numerator": "9" * 1000, "denominator": "1"}, (422, "assessment/not-a-number")),
        ("1.2.1", {"numerator": "１", "denominator": "1"}, (422, "assessment/not-a-number")),
        ("1.2.1", {"numerator": "1,5", "denominator": "2"}, (422, "assessment/not-a-number")),
        ("1.2.2", {"count": "1.5"}, (422, "assessment/not-a-number")),
        ("T1", {"count": "1"}, (422, "assessment/system-item")),
        ("9.9", {"option": "co"}, (404, "assessment/unknown-item")),
        ("1.1", {"numerator": 5}, (422, "request/invalid")),
        ("1.1", {"self_score": "2"}, (422, "request/invalid")),
    ],
)
async def test_what_the_rules_refuse_is_refused_by_name_and_not_kept(
    desk: Desk, item: str, body: dict[str, Any], problem: tuple[int, str]
) -> None:
    headers = {"If-Match": '"0"', "Content-Type": "application/json"}
    answer = await desk.officer.put(desk.path(f"/items/{item}"), content=json.dumps(body), headers=headers)
    assert problem_of(answer) == problem
    assert (await desk.sheet())["items"] == []


async def test_a_lost_update_is_refused_with_the_present_answer(desk: Desk) -> None:
    ok(await put(desk.officer, desk, "1.1", VALUE))
    second = ok(await put(desk.head, desk, "1.1", {"option": "khong"}, version=1))
    stale = await put(desk.officer, desk, "1.1", VALUE, version=1)
    assert problem_of(stale) == (412, "request/stale")
    assert stale.json()["present"]["version"] == second["version"] == 2
    assert problem_of(await put(desk.officer, desk, "1.1", VALUE, version=0)) == (412, "request/stale")
    assert problem_of(await put(desk.officer, desk, "1.2.2", {"count": "1"}, version=3)) == (412, "request/stale")
    assert problem_of(await desk.officer.put(desk.path("/items/1.1"), json=VALUE)) == (428, "request/precondition-required")


async def test_of_many_saves_at_once_with_one_version_one_wins(desk: Desk) -> None:
    ok(await put(desk.officer, desk, "1.2.2", {"count": "0"}))
    answers = await asyncio.gather(*(put(desk.officer, desk, "1.2.2", {"count": str(n)}, version=1) for n in range(8)))
    assert sorted(a.status_code for a in answers) == [200] + [412] * 7


async def test_first_saves_at_once_all_find_the_sheet_begun(desk: Desk) -> None:
    items = [("1.1", VALUE), ("1.2.2", {"count": "1"}), ("2.1", {"count": "0"}), ("B1", {"count": "1"})]
    answers = await asyncio.gather(*(put(desk.officer, desk, item, body) for item, body in items))
    assert [a.status_code for a in answers] == [200] * 4
    assert [h["act"] for h in ok(await desk.officer.get(desk.path("/history")))["items"]] == ["begun"]


async def test_first_batches_at_once_are_all_kept_and_begin_the_sheet_once(desk: Desk) -> None:
    batches = [[{"item": "1.2.2", "count": str(n)}, {"item": "1.1", "option": "co"}] for n in range(4)]
    answers = await asyncio.gather(*(desk.officer.patch(desk.path("/items"), json={"lines": lines}) for lines in batches))
    assert sorted(ok(a)["versions"]["1.2.2"] for a in answers) == [1, 2, 3, 4]
    assert [h["act"] for h in ok(await desk.officer.get(desk.path("/history")))["items"]] == ["begun"]
    assert len(ok(await desk.officer.get(desk.path("/items/1.2.2/history")))["items"]) == 4


async def test_a_batch_keeps_good_lines_and_names_bad_ones_in_order(desk: Desk) -> None:
    lines = [
        {"item": "1.1", "option": "co"},
        {"item": "1.2.1", "numerator": "x", "denominator": "1"},
        {"item": "1.1", "option": "khong"},
        {"item": "??", "option": "co"},
        {"item": "1.1", "option": "other"},
        {"item": "2.1", "count": "1", "evidence": [str(uuid4())]},
    ]
    body = ok(await desk.officer.patch(desk.path("/items"), json={"lines": lines}))
    assert body["saved"] == 2
    refused = [(r["index"], r["column"], r["problem"]["type"].rsplit("/", 1)[1], r["problem"]["status"]) for r in body["refused"]]
    assert refused == [
        (1, "numerator", "not-a-number", 422),
        (3, "item", "unknown-item", 422),
        (4, "option", "unknown-option", 422),
        (5, "evidence", "evidence-missing", 422),
    ]
    assert [(i["item"], i["option"]) for i in (await desk.sheet())["items"]] == [("1.1", "khong")]


async def test_a_batch_of_more_than_a_thousand_lines_is_refused_whole(desk: Desk) -> None:
    answer = await desk.officer.patch(desk.path("/items"), json={"lines": [{"item": "1.1", "option": "co"}] * 1001})
    assert problem_of(answer) == (422, "request/invalid")


async def test_an_empty_batch_does_nothing(desk: Desk) -> None:
    assert ok(await desk.officer.patch(desk.path("/items"), json={"lines": []}))["saved"] == 0


async def test_every_version_of_a_value_is_listed_newest_first_with_who_saved_it(desk: Desk) -> None:
    ok(await put(desk.officer, desk, "1.2.2", {"count": "1", "explanation": "một"}))
    ok(await put(desk.head, desk, "1.2.2", {"count": "4", "explanation": "bốn"}, version=1))
    await desk.fill([{"item": "1.2.2", "count": "2"}])
    first = ok(await desk.officer.get(desk.path("/items/1.2.2/history"), params={"limit": 2}))
    rest = ok(await desk.officer.get(desk.path("/items/1.2.2/history"), params={"after": first["next"]}))
    seen = [(v["version"], v["count"], v["self_score"], v["explanation"]) for v in first["items"] + rest["items"]]
    assert seen == [(3, "2", "1.00", ""), (2, "4", "3.00", "bốn"), (1, "1", "1.00", "một")]
    assert first["items"][1]["saved_by"] != first["items"][0]["saved_by"]


async def test_one_file_serves_many_leaves_and_names_only_accepted_files_of_the_unit_and_period(desk: Desk) -> None:
    good = await desk.upload("a.pdf", PDF)
    bad = await desk.upload("b.pdf", b"no pdf")
    await desk.fill([{"item": i, **v, "evidence": [good["id"], good["id"]]} for i, v in (("1.1", VALUE), ("2.1", {"count": "0"}))])
    assert [[e["name"] for e in i["evidence"]] for i in (await desk.sheet())["items"]] == [["a.pdf"], ["a.pdf"]]
    refused = await put(desk.officer, desk, "1.1", {**VALUE, "evidence": [bad["id"]]}, version=1)
    assert problem_of(refused) == (422, "assessment/evidence-refused")
    stranger = await desk.world.client("data_entry", unit_code=OTHER)
    theirs = await desk.upload("c.pdf", PDF, stranger)
    foreign = await put(desk.officer, desk, "1.1", {**VALUE, "evidence": [theirs["id"]]}, version=1)
    assert problem_of(foreign) == (422, "assessment/evidence-missing")


async def test_values_are_taken_to_the_last_instant_and_not_after(desk: Desk) -> None:
    await desk.at(LAST)
    await desk.fill()
    await desk.at("2022-01-15T17:00:00.000001+07:00")
    assert problem_of(await desk.officer.patch(desk.path("/items"), json={"lines": COMPLETE})) == (409, "assessment/too-late")
    assert (await desk.sheet())["status"] == "not_sent"
    extension = {"unit_code": UNIT, "to": "2022-02-01T17:00:00+07:00", "reason": "Đổi tổ chức"}
    ok(await desk.world.manager.post(f"/periods/{desk.period_id}/extensions", json=extension), 201)
    await desk.fill()
    assert (await desk.sheet())["status"] == "drafting"


async def test_others_neither_see_nor_change_a_sheet(desk: Desk) -> None:
    await desk.fill()
    stranger = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    for answer in (
        await stranger.get(desk.path()),
        await stranger.get(desk.path("/missing")),
        await stranger.get(desk.path("/items/1.1/history")),
        await stranger.patch(desk.path("/items"), json={"lines": COMPLETE}),
        await put(stranger, desk, "1.1", VALUE),
        await stranger.post(desk.path("/submit")),
        await stranger.post(desk.path("/send")),
        await stranger.get(desk.path("/report.pdf")),
        await desk.world.manager.get(desk.path()),
        await desk.world.manager.get(desk.path("/report.pdf")),
    ):
        assert problem_of(answer) == (404, "assessment/sheet-not-found")
    for kind in ("administration", "support", "client", "appraisal"):
        other = await desk.world.client(kind, **({"appraiser_code": "SNV"} if kind == "appraisal" else {}))
        assert problem_of(await other.get(desk.path())) == (403, "access/not-permitted")
    assert problem_of(await desk.world.manager.patch(desk.path("/items"), json={"lines": []})) == (403, "access/not-permitted")
