"""Units over HTTP."""

from typing import Any

import pytest
from tests.support.house import problem_of

UNIT = {"code": "so-noi-vu", "name": "Sở Nội vụ", "unit_type": "department", "ranking_group": "department"}


async def test_a_registered_unit_is_answered_listed_and_told(world: Any) -> None:
    answer = await world.admin.post("/units", json=UNIT)
    assert answer.status_code == 201
    assert answer.headers["ETag"] == '"1"'
    assert (await world.admin.get("/units/so-noi-vu")).json() == answer.json()
    assert [u["code"] for u in (await world.admin.get("/units")).json()["items"]] == ["so-noi-vu"]
    assert (await world.admin.get("/unit-types")).json() == [{"code": "department", "title": "department", "level": "", "version": 1}]
    told = (await world.house.outbox())[-1]
    assert (told.type, told.code, told.name, told.version) == ("identity.unit.changed.v1", "so-noi-vu", "Sở Nội vụ", 1)


@pytest.mark.parametrize("field", ["code", "name", "unit_type", "ranking_group"])
async def test_an_empty_cell_is_refused_by_its_name(world: Any, field: str) -> None:
    answer = await world.admin.post("/units", json={**UNIT, field: ""})
    assert problem_of(answer) == (422, "identity/value-missing")
    assert answer.json()["errors"][0]["pointer"] == f"/{field}"


@pytest.mark.parametrize(
    ("fields", "type_"),
    [
        ({"code": "a/b"}, "identity/value-not-allowed"),
        ({"name": "Sở\nNội vụ"}, "identity/value-not-allowed"),
        ({"name": "Sở\0"}, "identity/value-not-allowed"),
        ({"code": "\0"}, "identity/value-not-allowed"),
        ({"code": "đ" * 150}, "identity/text-too-long"),
        ({"name": "đ" * 501}, "identity/text-too-long"),
        ({"parent_code": "khong-co"}, "identity/parent-not-possible"),
        ({"parent_code": "so-noi-vu"}, "identity/parent-not-possible"),
        ({"valid_from": "2025-07-01", "valid_to": "2025-06-30"}, "identity/dates-reversed"),
        ({"level": "x"}, "request/invalid"),
        ({"valid_from": "mai"}, "request/invalid"),
    ],
)
async def test_a_unit_that_breaks_a_rule_is_refused_and_nothing_is_kept(world: Any, fields: dict[str, str], type_: str) -> None:
    answer = await world.admin.post("/units", json={**UNIT, **fields})
    assert problem_of(answer) == (422, type_)
    assert (await world.admin.get("/units")).json()["items"] == []


async def test_a_lone_surrogate_is_refused(world: Any) -> None:
    body = b'{"code":"x","name":"\\ud800","unit_type":"d","ranking_group":"d"}'
    answer = await world.admin.post("/units", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422


async def test_a_taken_code_is_a_duplicate_also_when_written_in_nfd(world: Any) -> None:
    await world.unit("sở")
    answer = await world.admin.post("/units", json={**UNIT, "code": "s\u01a1\u0309"})
    assert problem_of(answer) == (409, "identity/duplicate")


async def test_a_batch_keeps_its_good_lines_and_names_the_bad_ones(world: Any) -> None:
    lines = [UNIT, {**UNIT, "name": "Khác"}, {**UNIT, "code": ""}, {**UNIT, "code": "phong", "parent_code": "so-noi-vu"}]
    body = (await world.admin.patch("/units", json={"lines": lines})).json()
    assert body["saved"] == 2
    assert [(r["index"], r["column"], r["problem"]["type"]) for r in body["refused"]] == [
        (1, "code", "/problems/identity/duplicate"),
        (2, "code", "/problems/identity/value-missing"),
    ]
    assert [e.code for e in await world.house.outbox() if e.type == "identity.unit.changed.v1"] == ["so-noi-vu", "phong"]


async def test_a_retried_creation_gets_the_first_answer(world: Any) -> None:
    first = await world.admin.post("/units", json=UNIT, headers={"Idempotency-Key": "a"})
    again = await world.admin.post("/units", json=UNIT, headers={"Idempotency-Key": "a"})
    assert (again.status_code, again.json()) == (201, first.json())


async def test_units_are_listed_in_vietnamese_name_order_page_by_page(world: Any) -> None:
    for name in ("Ông", "Đặng", "An", "Ân", "Dũng"):
        await world.unit(f"u-{name}", name=name)
    seen, after = [], None
    while True:
        page = (await world.admin.get("/units", params={"limit": 2, **({"after": after} if after else {})})).json()
        seen += [u["name"] for u in page["items"]]
        after = page["next"]
        if after is None:
            break
    assert seen == ["An", "Ân", "Dũng", "Đặng", "Ông"]


async def test_a_change_needs_the_version_it_saw(world: Any) -> None:
    await world.unit()
    body = {k: v for k, v in UNIT.items() if k != "code"} | {"name": "Sở Nội vụ tỉnh"}
    assert problem_of(await world.admin.put("/units/so-noi-vu", json=body)) == (428, "request/precondition-required")
    changed = await world.admin.put("/units/so-noi-vu", json=body, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.headers["ETag"]) == (200, '"2"')
    stale = await world.admin.put("/units/so-noi-vu", json=body, headers={"If-Match": '"1"'})
    assert problem_of(stale) == (412, "request/stale")
    assert stale.json()["present"]["name"] == "Sở Nội vụ tỉnh"
    history = await world.house.rows("SELECT version, act, body->>'name' AS name FROM unit_history ORDER BY version")
    assert history == [
        {"version": 1, "act": "registered", "name": "Sở so-noi-vu"},
        {"version": 2, "act": "changed", "name": "Sở Nội vụ tỉnh"},
    ]


async def test_a_retired_unit_tells_its_last_day(world: Any) -> None:
    await world.unit(valid_from="2020-01-01")
    headers = {"If-Match": '"1"'}
    early = await world.admin.post("/units/so-noi-vu/retire", json={"valid_to": "2019-12-31"}, headers=headers)
    assert problem_of(early) == (422, "identity/dates-reversed")
    retired = await world.admin.post("/units/so-noi-vu/retire", json={"valid_to": "2025-06-30"}, headers=headers)
    assert retired.json()["valid_to"] == "2025-06-30"
    assert str((await world.house.outbox())[-1].valid_to) == "2025-06-30"


async def test_units_cannot_stand_above_each_other(world: Any) -> None:
    await world.unit("a")
    await world.unit("b", parent_code="a")
    body = {"name": "A", "unit_type": "department", "ranking_group": "department", "parent_code": "b"}
    answer = await world.admin.put("/units/a", json=body, headers={"If-Match": '"1"'})
    assert problem_of(answer) == (422, "identity/parent-not-possible")


async def test_only_an_administrator_writes_units(world: Any) -> None:
    await world.unit()
    manager = world.as_(await world.account("lanh-dao"))
    assert problem_of(await manager.post("/units", json={**UNIT, "code": "x"})) == (403, "access/not-permitted")
    assert (await manager.get("/units")).status_code == 200
    officer = world.as_(await world.account("can-bo", "data_entry", unit_code="so-noi-vu"))
    assert problem_of(await officer.get("/units")) == (403, "access/not-permitted")
    assert problem_of(await world.house.anonymous.get("/units")) == (401, "access/unauthenticated")
