"""The log of sign-ins and rights over HTTP."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import uuid4

import openpyxl
from tests.support.house import problem_of

from chamdiem_contracts.gateway import SessionBegunV1


async def _acts(client: Any, path: str = "/log", **filters: Any) -> list[str]:
    return [line["act"] for line in (await client.get(path, params=filters)).json()["items"]]


async def test_the_administrator_reads_what_was_done_newest_first(world: Any) -> None:
    await world.unit("a", name="Sở Ánh Sáng")
    account = await world.account("lan", "data_entry", unit_code="a")
    await world.admin.post(f"/accounts/{account['id']}/lock", json={"reason": "Nghỉ phép"})
    lines = (await world.admin.get("/log")).json()["items"]
    assert [line["act"] for line in lines] == ["account.locked", "account.granted", "unit.registered", "account.granted"]
    first = lines[0]
    assert (first["title"], first["reason"], first["unit_code"]) == ("Khóa tài khoản", "Nghỉ phép", "a")
    assert first["by"]["username"] == "admin"
    assert first["subject"] == "Tài khoản lan (Lê Thị Hòa)"
    assert lines[-1]["by"] is None


async def test_the_log_is_filtered_by_who_what_when_and_unit(world: Any) -> None:
    await world.unit("a")
    await world.account("lan", "data_entry", unit_code="a")
    assert await _acts(world.admin, unit_code="a") == ["account.granted", "unit.registered"]
    assert await _acts(world.admin, act="unit.registered") == ["unit.registered"]
    assert len(await _acts(world.admin, who="quan tri")) == 2
    assert len(await _acts(world.admin, who="Quản trị Sở")) == 2
    assert await _acts(world.admin, who="quán") == []
    assert await _acts(world.admin, until="2020-01-01T00:00:00Z") == []
    assert len(await _acts(world.admin, since="2020-01-01T00:00:00+07:00")) == 3
    assert problem_of(await world.admin.get("/log", params={"since": "hôm qua"})) == (422, "request/invalid")


async def test_the_log_is_read_page_by_page_without_gap_or_repeat(world: Any) -> None:
    await world.admin.patch("/units", json={"lines": [_unit(n) for n in range(7)]})
    seen: list[str] = []
    after: dict[str, str] = {}
    while True:
        page = (await world.admin.get("/log", params={"limit": 3, **after})).json()
        seen += [line["subject"] for line in page["items"]]
        if page["next"] is None:
            break
        after = {"after": page["next"]}
    assert sorted(seen) == sorted([*(f"Đơn vị Sở {n}" for n in range(7)), "Tài khoản admin (Quản trị Sở Nội vụ)"])
    assert problem_of(await world.admin.get("/log", params={"after": "WzEsMl0"})) == (422, "request/bad-cursor")


async def test_a_sign_in_stands_in_the_log_once(world: Any) -> None:
    account = await world.account("lan")
    begun = SessionBegunV1(version=1, sign_in_id=uuid4(), sub=account["sub"], username="lan", begun_at=datetime(2026, 1, 2, tzinfo=UTC))
    await world.house.tell(begun, source="gateway")
    await world.house.tell(begun, source="gateway")
    (line,) = (await world.admin.get("/log", params={"act": "session.begun"})).json()["items"]
    assert (line["by"]["account_id"], line["subject"]) == (account["id"], "Người dùng lan")


async def test_everyone_reads_the_own_log_and_no_other(world: Any) -> None:
    await world.unit("a")
    head = await world.account("dau", "data_entry", "unit_approver", unit_code="a")
    other = await world.account("lan", "data_entry", unit_code="a")
    client = world.as_(head)
    asked = {"about": "password", "account_id": other["id"], "reason": "Quên"}
    await client.post("/account-requests", json=asked)
    assert await _acts(client, "/log/own") == ["account_request.asked", "account.granted"]
    assert await _acts(world.as_(other), "/log/own") == ["account.granted"]
    for path in ("/log", "/log/file.csv", "/log/file.xlsx"):
        assert problem_of(await client.get(path)) == (403, "access/not-permitted")
        assert problem_of(await world.as_(await world.account(f"ql{path[-3:]}")).get(path)) == (403, "access/not-permitted")


async def test_the_log_is_exported_as_it_is_filtered_and_no_cell_is_a_formula(world: Any) -> None:
    await world.unit("a", name="=1+1")
    account = await world.account("lan", "data_entry", unit_code="a")
    await world.admin.post(f"/accounts/{account['id']}/lock", json={"reason": "=HYPERLINK(1)"})
    csv_file = await world.admin.get("/log/file.csv", params={"act": "account.locked"})
    assert csv_file.headers["content-type"].startswith("text/csv")
    lines = csv_file.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Thời điểm,Người thực hiện")
    assert len(lines) == 2
    assert "'=HYPERLINK(1)" in lines[1]
    book = openpyxl.load_workbook(BytesIO((await world.admin.get("/log/file.xlsx")).content))
    assert book.active is not None
    rows = list(book.active.iter_rows(values_only=True))
    assert len(rows) == 5
    assert rows[1][6] == "=HYPERLINK(1)"
    assert book.active["G2"].data_type == "s"


def _unit(number: int) -> dict[str, str]:
    return {"code": f"u{number}", "name": f"Sở {number}", "unit_type": "department", "ranking_group": "department"}
