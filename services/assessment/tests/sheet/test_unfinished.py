"""Answers that are kept before the declared value is whole."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from services.assessment.tests.sheets import Desk
from services.assessment.tests.world import ok
from tests.support.house import problem_of


async def put(desk: Desk, item: str, body: dict[str, Any], version: int = 0) -> Any:
    return await desk.officer.put(desk.path(f"/items/{item}"), json={"unfinished": True, **body}, headers={"If-Match": f'"{version}"'})


@pytest.mark.parametrize(
    ("item", "body"),
    [
        ("1.1", {"explanation": "Đang chờ số văn bản"}),
        ("1.2.1", {"numerator": "2"}),
        ("1.2.1", {"denominator": "3", "explanation": "Mẫu số đã chắc"}),
        ("1.2.2", {}),
    ],
)
async def test_what_is_there_of_an_unfinished_answer_is_kept_and_its_value_stays_missing(
    desk: Desk, item: str, body: dict[str, Any]
) -> None:
    saved = ok(await put(desk, item, body))
    assert {key: saved[key] for key in body} == body
    assert (saved["self_score"], saved["is_claim"], saved["version"]) == (None, False, 1)
    sheet = await desk.sheet()
    assert {"item": item, "kind": "value"} in sheet["missing"]
    assert {m["item"] for m in ok(await desk.officer.get(desk.path("/missing")))["items"]} == {m["item"] for m in sheet["missing"]}


async def test_an_unfinished_answer_counts_as_not_declared_in_the_progress(desk: Desk) -> None:
    ok(await put(desk, "1.1", {"explanation": "Chưa có số"}))
    listed = ok(await desk.officer.get(f"/periods/{desk.period_id}/sheets"))["items"]
    assert [s["complete_percent"] for s in listed if s["sheet_id"] == desk.sheet_id] == [0]


async def test_a_whole_value_is_judged_as_ever(desk: Desk) -> None:
    assert ok(await put(desk, "1.1", {"option": "co"}))["self_score"] == "2.00"
    assert problem_of(await put(desk, "1.1", {"option": "maybe"}, 1)) == (422, "assessment/unknown-option")


@pytest.mark.parametrize(
    ("item", "body", "kind"),
    [
        ("1.2.1", {"denominator": "ba"}, "assessment/not-a-number"),
        ("1.2.1", {"denominator": "9" * 1000}, "assessment/not-a-number"),
        ("1.1", {"count": "1"}, "assessment/value-not-allowed"),
        ("T1", {"explanation": "Không chậm"}, "assessment/system-item"),
    ],
)
async def test_what_is_given_already_has_to_be_good(desk: Desk, item: str, body: dict[str, Any], kind: str) -> None:
    assert problem_of(await put(desk, item, body)) == (422, kind)


async def test_a_sheet_with_an_unfinished_answer_is_not_approved(desk: Desk) -> None:
    await desk.fill()
    ok(await put(desk, "2.1", {"explanation": "Số vi phạm đang rà soát"}, 1))
    fingerprint = ok(await desk.head.post(desk.path("/report")))["fingerprint"]
    answer = await desk.head.post(desk.path("/approve"), json={"fingerprint": fingerprint})
    assert problem_of(answer) == (409, "assessment/incomplete")


async def test_a_value_can_be_taken_back(desk: Desk) -> None:
    await desk.fill()
    ok(await put(desk, "1.2.2", {}, 1))
    sheet = await desk.sheet()
    assert (sheet["self_total"], sheet["missing"]) == ("5.50", [{"item": "1.2.2", "kind": "value"}])


async def test_an_unfinished_count_of_an_adjustment_claims_nothing(desk: Desk) -> None:
    await desk.fill()
    ok(await put(desk, "B1", {"explanation": "Sẽ bổ sung"}))
    assert (await desk.sheet())["missing_count"] == 0


async def test_a_report_shows_nothing_declared_where_the_value_is_not_whole(desk: Desk) -> None:
    await desk.fill()
    for item, version in (("1.1", 1), ("1.2.1", 1), ("2.1", 1), ("B1", 0)):
        ok(await put(desk, item, {"explanation": "Đang rà soát"}, version))
    printed = (await desk.officer.get(desk.path("/report.docx"))).content
    with ZipFile(BytesIO(printed)) as document:
        text = document.read("word/document.xml").decode()
    assert "Đang rà soát" in text and "None" not in text
