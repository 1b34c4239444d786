"""Leaves given to a sub-unit: its officer sees and fills in these, and nothing else of the sheet exists for it."""

import asyncio
import base64
from io import BytesIO
from typing import Any
from uuid import uuid4

import httpx
import openpyxl
import pytest
from services.assessment.tests.sheets import COMPLETE, LAST, OTHER, PDF, UNIT, Desk
from services.assessment.tests.world import a_unit, ok
from tests.support.house import problem_of

SUB, SECOND, STRANGE = "phong-mot", "phong-hai", "phong-cua-don-vi-khac"


async def given(desk: Desk, **leaves: str | None) -> Any:
    """Tell of the sub-units and give leaves (`i1_1` is 1.1)."""
    await desk.world.house.tell(
        a_unit(SUB, "sub_unit", parent_code=UNIT, ranking_group="sub_unit"),
        a_unit(SECOND, "sub_unit", parent_code=UNIT, ranking_group="sub_unit"),
        a_unit(STRANGE, "sub_unit", parent_code=OTHER, ranking_group="sub_unit"),
    )
    return await give(desk, desk.officer, {item.removeprefix("i").replace("_", "."): code for item, code in leaves.items()})


async def give(desk: Desk, client: httpx.AsyncClient, leaves: dict[str, str | None]) -> httpx.Response:
    lines = [{"item": item, "sub_unit_code": code} for item, code in leaves.items()]
    return await client.patch(desk.path("/sharing"), json={"lines": lines})


async def officer_of(desk: Desk, sub_unit: str) -> httpx.AsyncClient:
    return await desk.world.client("data_entry", unit_code=sub_unit)


async def put(desk: Desk, client: httpx.AsyncClient, item: str, version: int = 0, **value: Any) -> httpx.Response:
    return await client.put(desk.path(f"/items/{item}"), json=value, headers={"If-Match": f'"{version}"'})


async def test_a_sub_unit_fills_in_what_it_was_given_first_on_the_sheet_too(desk: Desk) -> None:
    shared = ok(await given(desk, i1_1=SUB, i2_1=SUB))
    assert [(leaf["item"], leaf["sub_unit_code"]) for leaf in shared["items"]] == [("1.1", SUB), ("2.1", SUB)]
    assert {unit["code"] for unit in shared["sub_units"]} == {SUB, SECOND}
    officer = await officer_of(desk, SUB)
    file = await desk.upload("Kế hoạch của phòng.pdf", PDF, officer)
    saved = ok(await put(desk, officer, "1.1", option="co", explanation="Phòng kê khai", evidence=[file["id"]]))
    assert (saved["self_score"], saved["version"]) == ("2.00", 1)
    assert ok(await officer.patch(desk.path("/items"), json={"lines": [{"item": "2.1", "count": "1"}]}))["refused"] == []
    whole = {item["item"]: item for item in (await desk.sheet())["items"]}
    assert (whole["1.1"]["explanation"], whole["2.1"]["count"]) == ("Phòng kê khai", "1")
    assert ok(await desk.officer.get(f"/evidence/{file['id']}"))["unit_code"] == UNIT
    assert ok(await put(desk, desk.officer, "1.1", 1, option="khong", explanation="Sở sửa lại"))["version"] == 2


async def test_a_sub_unit_sees_nothing_of_other_leaves(desk: Desk) -> None:
    secret = await desk.upload("Bí mật của sở.pdf", PDF)
    await desk.fill([*COMPLETE[1:], {**COMPLETE[0], "evidence": [secret["id"]]}, {"item": "2.1", "count": "3", "explanation": "BÍ MẬT"}])
    await given(desk, i1_2_1=SUB)
    officer = await officer_of(desk, SUB)
    answer = await officer.get(desk.path())
    sheet = ok(answer)
    assert [item["item"] for item in sheet["items"]] == sheet["given_items"] == ["1.2.1"]
    assert (sheet["self_total"], sheet["missing"], sheet["allowed_actions"]) == ("1.00", [], ["save"])
    assert "BÍ MẬT" not in answer.text
    assert "Bí mật" not in answer.text
    (listed,) = ok(await officer.get("/sheets"))["items"]
    assert (listed["sheet_id"], listed["self_total"], listed["missing_count"]) == (desk.sheet_id, "1.00", 0)
    assert problem_of(await officer.get(desk.path("/items/2.1/history"))) == (404, "assessment/unknown-item")
    assert ok(await officer.get(desk.path("/missing")))["items"] == []
    assert problem_of(await officer.get(f"/evidence/{secret['id']}")) == (404, "assessment/evidence-not-found")
    assert problem_of(await officer.get(f"/evidence/{secret['id']}/link")) == (404, "assessment/evidence-not-found")
    assert ok(await officer.get("/evidence", params={"period_id": desk.period_id}))["items"] == []
    book = openpyxl.load_workbook(BytesIO((await officer.get(desk.path("/declared-values.xlsx"))).content))
    assert [row[0].value for row in book["Số liệu kê khai"].iter_rows(min_row=4)] == ["1.2.1"]


async def test_a_leaf_that_was_not_given_cannot_be_written_in_any_way(desk: Desk) -> None:
    await desk.fill()
    await given(desk, i1_1=SUB, i2_1=SECOND)
    officer = await officer_of(desk, SUB)
    for item in ("2.1", "1.2.1", "B1", "9.9"):
        assert problem_of(await put(desk, officer, item, 1, count="9")) == (404, "assessment/unknown-item")
    told = ok(await officer.patch(desk.path("/items"), json={"lines": [{"item": "2.1", "count": "9"}, {"item": "1.1", "option": "khong"}]}))
    assert (told["saved"], [line["index"] for line in told["refused"]]) == (1, [0])
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Mã tiêu chí", "Số lượng"])
    book.active.append(["2.1", 9])
    file = BytesIO()
    book.save(file)
    body = {"content": base64.b64encode(file.getvalue()).decode(), "dry_run": False, "only_right_lines": True}
    assert ok(await officer.post(desk.path("/declared-values/import"), json=body))["saved"] == 0
    assert {i["item"]: i["count"] for i in (await desk.sheet())["items"]}["2.1"] == "3"


async def test_a_file_of_the_unit_cannot_be_named_to_read_it(desk: Desk) -> None:
    secret = await desk.upload("Bí mật của sở.pdf", PDF)
    await given(desk, i1_1=SUB)
    officer = await officer_of(desk, SUB)
    assert problem_of(await put(desk, officer, "1.1", option="co", evidence=[secret["id"]])) == (422, "assessment/evidence-missing")
    lines = [{"item": "1.1", "option": "co", "evidence": [secret["id"]]}]
    assert ok(await officer.patch(desk.path("/items"), json={"lines": lines}))["saved"] == 0
    await desk.fill(lines)
    assert ok(await officer.get(f"/evidence/{secret['id']}/link"))["url"], "it stands on a leaf of the sub-unit now"


async def test_what_the_whole_sheet_needs_is_not_a_sub_units(desk: Desk) -> None:
    await desk.fill()
    await given(desk, i1_1=SUB)
    for client in (await officer_of(desk, SUB), await desk.world.client("data_entry", "unit_approver", unit_code=SUB)):
        for method, path, body in (
            ("POST", "/submit", None),
            ("POST", "/report", None),
            ("GET", "/report", None),
            ("GET", "/report.pdf", None),
            ("GET", "/history", None),
            ("GET", "/receipt", None),
            ("POST", "/void-approval", {"reason": "x"}),
            ("GET", "/sharing", None),
            ("PATCH", "/sharing", {"lines": [{"item": "2.1", "sub_unit_code": SUB}]}),
        ):
            answer = await client.request(method, desk.path(path), json=body)
            assert problem_of(answer) == (404, "assessment/sheet-not-found"), path
    head_of_sub = await desk.world.client("data_entry", "unit_approver", unit_code=SUB)
    assert problem_of(await head_of_sub.post(desk.path("/send"))) == (404, "assessment/sheet-not-found")
    assert problem_of(await head_of_sub.post(desk.path("/approve"), json={"fingerprint": "x" * 64}))[0] in (404, 422)


async def test_only_the_units_own_people_give_and_only_to_their_own_sub_units(desk: Desk) -> None:
    await given(desk)
    ok(await give(desk, desk.head, {"1.1": SUB}))
    assert problem_of(await give(desk, desk.officer, {"1.2.1": STRANGE})) == (404, "assessment/sub-unit-not-found")
    assert problem_of(await give(desk, desk.officer, {"1.2.1": OTHER})) == (404, "assessment/sub-unit-not-found")
    assert problem_of(await give(desk, desk.officer, {"T1": SUB})) == (404, "assessment/unknown-item")
    stranger = await desk.world.client("data_entry", "unit_approver", unit_code=OTHER)
    assert problem_of(await give(desk, stranger, {"1.1": STRANGE})) == (404, "assessment/sheet-not-found")
    assert problem_of(await stranger.get(desk.path("/sharing"))) == (404, "assessment/sheet-not-found")
    appraiser = await desk.world.client("appraisal", "appraisal_lead", appraiser_code="SNV")
    for client in (desk.world.manager, desk.world.administrator, appraiser):
        assert problem_of(await give(desk, client, {"1.1": SUB})) == (403, "access/not-permitted")
    left = ok(await desk.officer.get(desk.path("/sharing")))
    assert [(leaf["item"], leaf["sub_unit_code"]) for leaf in left["items"]] == [("1.1", SUB)]


async def test_a_leaf_taken_back_or_given_on_is_gone_for_who_had_it(desk: Desk) -> None:
    await given(desk, i1_1=SUB, i2_1=SUB)
    officer, second = await officer_of(desk, SUB), await officer_of(desk, SECOND)
    ok(await put(desk, officer, "2.1", count="1"))
    ok(await give(desk, desk.officer, {"2.1": SECOND}))
    assert problem_of(await put(desk, officer, "2.1", 1, count="2")) == (404, "assessment/unknown-item")
    assert ok(await put(desk, second, "2.1", 1, count="2"))["version"] == 2
    ok(await give(desk, desk.officer, {"1.1": None, "2.1": None}))
    for client in (officer, second):
        assert problem_of(await client.get(desk.path())) == (404, "assessment/sheet-not-found")
        assert ok(await client.get("/sheets"))["items"] == []
    assert {i["item"]: i["count"] for i in (await desk.sheet())["items"]} == {"2.1": "2"}


async def test_a_sub_unit_that_went_to_another_parent_keeps_nothing(desk: Desk) -> None:
    await given(desk, i1_1=SUB)
    officer = await officer_of(desk, SUB)
    ok(await officer.get(desk.path()))
    await desk.world.house.tell(a_unit(SUB, "sub_unit", version=2, parent_code=OTHER, ranking_group="sub_unit"))
    assert problem_of(await officer.get(desk.path())) == (404, "assessment/sheet-not-found")
    assert problem_of(await put(desk, officer, "1.1", option="co")) == (404, "assessment/sheet-not-found")
    body = {"period_id": desk.period_id, "name": "a.pdf", "size_bytes": 10}
    assert problem_of(await officer.post("/evidence", json=body)) == (404, "assessment/period-not-found")


async def test_nothing_is_given_or_entered_outside_the_self_assessment_phase(desk: Desk) -> None:
    await given(desk, i1_1=SUB)
    officer = await officer_of(desk, SUB)
    await desk.at(LAST)
    ok(await put(desk, officer, "1.1", option="co"))
    await desk.at("2022-01-15T17:00:01+07:00")
    assert problem_of(await give(desk, desk.officer, {"2.1": SUB})) == (409, "assessment/too-late")
    assert problem_of(await put(desk, officer, "1.1", 1, option="khong")) == (409, "assessment/too-late")
    body = {"period_id": desk.period_id, "name": "a.pdf", "size_bytes": 10}
    assert problem_of(await officer.post("/evidence", json=body)) == (409, "assessment/too-late")
    assert ok(await desk.officer.get(desk.path("/sharing")))["may_give"] is False


async def test_a_leaf_is_not_saved_after_it_was_taken_back_however_the_two_race(desk: Desk) -> None:
    await given(desk, i2_1=SUB)
    officer = await officer_of(desk, SUB)
    for turn in range(10):
        ok(await give(desk, desk.officer, {"2.1": SUB}))
        saving = [officer.patch(desk.path("/items"), json={"lines": [{"item": "2.1", "count": str(n)}]}) for n in range(3)]
        _, taken, *_ = await asyncio.gather(saving[0], give(desk, desk.officer, {"2.1": None}), *saving[1:])
        assert taken.status_code == 200, turn
        after = {i["item"]: i["version"] for i in (await desk.sheet())["items"]}
        assert problem_of(await put(desk, officer, "2.1", after.get("2.1", 0), count="9")) == (404, "assessment/sheet-not-found")
        assert {i["item"]: i["version"] for i in (await desk.sheet())["items"]} == after


@pytest.mark.parametrize("lines", [[{"item": "1.1"}], [{"item": 1, "sub_unit_code": SUB}], [{"item": "1.1", "sub_unit_code": SUB, "x": 1}]])
async def test_a_malformed_giving_is_refused(desk: Desk, lines: list[dict[str, Any]]) -> None:
    assert (await desk.officer.patch(desk.path("/sharing"), json={"lines": lines})).status_code == 422
    assert problem_of(await desk.officer.get(f"/sheets/{uuid4()}/sharing")) == (404, "assessment/sheet-not-found")


async def test_who_gave_which_leaf_to_whom_and_took_it_back_is_kept_and_seen_by_the_unit_only(desk: Desk) -> None:
    ok(await given(desk, i1_1=SUB, i2_1=SUB))
    ok(await give(desk, desk.head, {"1.1": SECOND, "2.1": SUB}))
    ok(await give(desk, desk.officer, {"1.1": None, "1.2.1": None}))
    told = ok(await desk.officer.get(desk.path("/sharing/history")))["items"]
    assert [(g["item"], g["sub_unit_code"]) for g in told] == [("1.1", None), ("1.1", SECOND), ("2.1", SUB), ("1.1", SUB)]
    assert all(g["given_by_name"] for g in told)
    for client in (await officer_of(desk, SUB), await desk.world.client("data_entry", unit_code=OTHER)):
        assert problem_of(await client.get(desk.path("/sharing/history"))) == (404, "assessment/sheet-not-found")
    with pytest.raises(Exception, match="are frozen"):
        await desk.world.house.rows("DELETE FROM leaf_share_history RETURNING 1")
