"""Merging units over HTTP: what it makes of units, accounts and sub-units, on which day, and who may not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.support.house import problem_of

from chamdiem_identity.merging.carrying_out import follow_next

NEW = {"name": "Sở Nông nghiệp và Môi trường", "unit_type": "department", "ranking_group": "department"}
TWO = {
    "predecessors": ["nong-nghiep", "tai-nguyen"],
    "successor_code": "nong-nghiep-moi-truong",
    "new_unit": NEW,
    "merged_on": "2025-03-01",
    "reason": "Nghị quyết số 01/NQ-HĐND",
}
ONE = {"predecessors": ["nong-nghiep"], "successor_code": "tai-nguyen", "merged_on": "2025-03-01", "reason": "Sáp nhập"}


@pytest.fixture
async def two(world: Any) -> Any:
    """Two units, a head and an officer at the first, an officer at the second."""
    for code in ("nong-nghiep", "tai-nguyen"):
        await world.unit(code, name=f"Sở {code}")
    world.head = await world.account("dau", "data_entry", "unit_approver", unit_code="nong-nghiep")
    world.officer = await world.account("lan", "data_entry", unit_code="nong-nghiep")
    world.other = await world.account("mai", "data_entry", unit_code="tai-nguyen")
    return world


async def accounts_at(world: Any, unit: str, **more: Any) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = (await world.admin.get("/accounts", params={"unit_code": unit, **more})).json()["items"]
    return items


async def test_two_units_end_the_day_before_and_a_new_one_remembers_them(two: Any) -> None:
    answer = await two.admin.post("/unit-mergers", json=TWO)
    assert answer.status_code == 201, answer.text
    assert answer.json()["carried_out_at"] is not None
    assert {u["code"] for u in answer.json()["predecessors"]} == {"nong-nghiep", "tai-nguyen"}
    made = (await two.admin.get("/units/nong-nghiep-moi-truong")).json()
    assert (made["valid_from"], made["predecessors"], made["version"]) == ("2025-03-01", ["nong-nghiep", "tai-nguyen"], 1)
    for code in TWO["predecessors"]:
        gone = (await two.admin.get(f"/units/{code}")).json()
        assert (gone["valid_to"], gone["successor_code"], gone["version"]) == ("2025-02-28", "nong-nghiep-moi-truong", 2)
    told = {e.code: e for e in await two.house.outbox() if e.type == "identity.unit.changed.v1"}
    assert told["nong-nghiep-moi-truong"].predecessors == ("nong-nghiep", "tai-nguyen")
    assert told["tai-nguyen"].successor_code == "nong-nghiep-moi-truong"


async def test_accounts_follow_with_their_roles_and_the_old_ones_end_with_the_reason(two: Any) -> None:
    await two.admin.post("/unit-mergers", json=TWO)
    there = await accounts_at(two, "nong-nghiep-moi-truong")
    assert {a["username"]: [r["role"] for r in a["roles"]] for a in there} == {"dau": ["unit_approver"], "lan": [], "mai": []}
    assert all(a["status"] == "active" and a["sub"] for a in there)
    assert {a["status"] for code in TWO["predecessors"] for a in await accounts_at(two, code)} == {"ended"}
    history = (await two.admin.get(f"/accounts/{two.head['id']}/history")).json()["items"]
    assert (history[-1]["act"], history[-1]["reason"]) == (
        "ended",
        "Đơn vị hợp nhất vào Sở Nông nghiệp và Môi trường từ 01/03/2025. Nghị quyết số 01/NQ-HĐND",
    )
    assert problem_of(await two.as_(two.officer).get("/accounts"))[0] == 403
    (moved,) = (a for a in there if a["username"] == "lan")
    assert (await two.client(two.officer["sub"], moved["id"]).get("/accounts")).status_code == 200


async def test_who_moved_is_still_bound_by_the_unit_that_ended(two: Any) -> None:
    await two.admin.post("/unit-mergers", json=TWO)
    (moved,) = (a for a in await accounts_at(two, "nong-nghiep-moi-truong") if a["username"] == "lan")
    told = (await two.told_of(moved["id"]))[-1]
    assert (told.unit_code, told.former_units) == ("nong-nghiep-moi-truong", ("nong-nghiep",))


async def test_what_was_lent_does_not_move(two: Any) -> None:
    dates = {"valid_from": "2020-01-01T00:00:00Z", "valid_to": "2099-01-01T00:00:00Z"}
    lent = await two.as_(two.head).post(f"/accounts/{two.head['id']}/lend-approval", json={"to_account_id": two.officer["id"], **dates})
    assert lent.status_code == 200
    await two.admin.post("/unit-mergers", json=TWO)
    there = {a["username"]: a["roles"] for a in await accounts_at(two, "nong-nghiep-moi-truong")}
    assert there["lan"] == []


async def test_the_preview_says_the_same_and_keeps_nothing(two: Any) -> None:
    await two.unit("chi-cuc", unit_type="sub_unit", parent_code="nong-nghiep")
    await two.admin.post(f"/accounts/{two.other['id']}/lock", json={"reason": "x"})
    before = await two.house.outbox()
    body = {**TWO, "account_acts": {two.officer["id"]: "end"}}
    shown = (await two.admin.post("/unit-mergers/preview", json=body)).json()
    assert [(u["code"], u["last_day"]) for u in shown["units"]] == [("nong-nghiep", "2025-02-28"), ("tai-nguyen", "2025-02-28")]
    assert {a["username"]: (a["act"], a["moves"]) for a in shown["accounts"]} == {
        "dau": ("move", True),
        "lan": ("end", False),
        "mai": ("keep", False),
    }
    assert ([u["code"] for u in shown["sub_units"]], shown["is_new"], shown["accounts_at_once"]) == (["chi-cuc"], True, True)
    assert await two.house.outbox() == before
    assert [u["valid_to"] for u in (await two.admin.get("/units")).json()["items"]] == [None, None, None]


async def test_before_its_day_a_merger_touches_no_account_and_on_it_they_follow(two: Any) -> None:
    day = datetime.now(UTC).date() + timedelta(days=30)
    await two.unit("chi-cuc", unit_type="sub_unit", parent_code="nong-nghiep")
    answer = await two.admin.post("/unit-mergers", json={**TWO, "merged_on": day.isoformat()})
    assert answer.json()["carried_out_at"] is None
    assert await follow_next(two.house.service) is False
    assert {a["status"] for a in await accounts_at(two, "nong-nghiep")} == {"active"}
    await two.house.rows("UPDATE unit_merger SET merged_on = '2025-03-01' RETURNING id")
    assert await follow_next(two.house.service) is True
    assert {a["status"] for a in await accounts_at(two, "nong-nghiep")} == {"ended"}
    assert len(await accounts_at(two, "nong-nghiep-moi-truong")) == 3
    assert (await two.admin.get("/units/chi-cuc")).json()["parent_code"] == "nong-nghiep-moi-truong"
    assert await follow_next(two.house.service) is False


async def test_a_surviving_unit_takes_another_in_and_keeps_its_own_accounts(two: Any) -> None:
    await two.admin.post("/unit-mergers", json={**ONE, "account_acts": {two.officer["id"]: "keep"}})
    survivor = (await two.admin.get("/units/tai-nguyen")).json()
    assert (survivor["valid_to"], survivor["predecessors"]) == (None, ["nong-nghiep"])
    assert {a["username"] for a in await accounts_at(two, "tai-nguyen", status="active")} == {"mai", "dau"}
    assert {a["username"] for a in await accounts_at(two, "nong-nghiep", status="active")} == {"lan"}
    assert (await two.admin.put("/units/tai-nguyen", json=NEW, headers={"If-Match": '"2"'})).json()["predecessors"] == ["nong-nghiep"]


async def test_who_has_the_same_account_there_keeps_one(two: Any) -> None:
    person = {"username": "lan", "sub": two.officer["sub"]}
    await two.account(kind="data_entry", unit_code="tai-nguyen", **person)
    await two.admin.post("/unit-mergers", json=ONE)
    assert sorted(a["username"] for a in await accounts_at(two, "tai-nguyen", status="active")) == ["dau", "lan", "mai"]


async def test_a_retired_unit_may_be_named_afterwards_and_keeps_its_last_day(two: Any) -> None:
    await two.admin.post("/units/nong-nghiep/retire", json={"valid_to": "2024-12-31"}, headers={"If-Match": '"1"'})
    await two.admin.post("/unit-mergers", json=TWO)
    assert (await two.admin.get("/units/nong-nghiep")).json()["valid_to"] == "2024-12-31"


@pytest.mark.parametrize(
    ("change", "status", "type_"),
    [
        ({"predecessors": []}, 422, "request/invalid"),
        ({"predecessors": ["khong-co"]}, 422, "identity/merger-not-possible"),
        ({"predecessors": ["tai-nguyen"], "successor_code": "tai-nguyen", "new_unit": None}, 422, "identity/merger-not-possible"),
        ({"successor_code": "khong-co", "new_unit": None}, 422, "identity/merger-not-possible"),
        ({"successor_code": "tai-nguyen", "predecessors": ["nong-nghiep"]}, 409, "identity/duplicate"),
        ({"new_unit": {**NEW, "name": ""}}, 422, "identity/value-missing"),
        ({"reason": " "}, 422, "identity/value-missing"),
        ({"merged_on": "mai"}, 422, "request/invalid"),
    ],
    ids=["nobody", "unknown", "itself", "unknown successor", "taken code", "no name", "no reason", "no day"],
)
async def test_what_does_not_fit_is_refused_and_nothing_is_kept(two: Any, change: dict[str, Any], status: int, type_: str) -> None:
    assert problem_of(await two.admin.post("/unit-mergers", json={**TWO, **change})) == (status, type_)
    assert (await two.admin.get("/unit-mergers")).json()["items"] == []
    assert [u["version"] for u in (await two.admin.get("/units")).json()["items"]] == [1, 1]


async def test_a_unit_is_merged_once_and_not_before_it_began(two: Any) -> None:
    await two.unit("moi", valid_from="2025-03-01")
    young = {**ONE, "predecessors": ["moi"]}
    assert problem_of(await two.admin.post("/unit-mergers", json=young)) == (422, "identity/merger-not-possible")
    await two.admin.post("/unit-mergers", json=TWO)
    again = {**TWO, "successor_code": "khac"}
    assert problem_of(await two.admin.post("/unit-mergers", json=again)) == (409, "identity/already-merged")
    into_the_gone = {**ONE, "predecessors": ["moi"], "successor_code": "tai-nguyen", "merged_on": "2026-01-01"}
    assert problem_of(await two.admin.post("/unit-mergers", json=into_the_gone)) == (409, "identity/already-merged")


async def test_a_repeated_request_merges_once(two: Any) -> None:
    first = await two.admin.post("/unit-mergers", json=TWO, headers={"Idempotency-Key": "a"})
    again = await two.admin.post("/unit-mergers", json=TWO, headers={"Idempotency-Key": "a"})
    assert (again.status_code, again.json()) == (201, first.json())
    assert len((await two.admin.get("/unit-mergers")).json()["items"]) == 1


async def test_only_an_administrator_merges_and_a_manager_reads_of_it(two: Any) -> None:
    manager = two.as_(await two.account("lanh-dao"))
    for path in ("/unit-mergers", "/unit-mergers/preview"):
        for client in (manager, two.as_(two.head)):
            assert problem_of(await client.post(path, json=TWO)) == (403, "access/not-permitted")
    assert (await manager.get("/unit-mergers")).status_code == 200
    assert problem_of(await two.as_(two.head).get("/unit-mergers")) == (403, "access/not-permitted")


async def test_who_decides_and_belongs_to_a_unit_that_ends_stays_signed_in(two: Any) -> None:
    own = await two.account("qt-hai", "administration", unit_code="nong-nghiep")
    client = two.as_(own)
    assert (await client.post("/unit-mergers", json=TWO)).status_code == 201
    assert (await client.get("/units")).status_code == 200
