"""Units and accounts from a spreadsheet over HTTP."""

import base64
from io import BytesIO
from typing import Any

import openpyxl
from tests.support.house import problem_of

UNIT_HEAD = ("Mã đơn vị", "Tên đơn vị", "Loại hình đơn vị", "Nhóm xếp hạng", "Mã đơn vị cấp trên", "Từ ngày")
ACCOUNT_HEAD = ("Tên đăng nhập", "Họ và tên", "Loại tài khoản", "Vai trò", "Mã đơn vị", "Mã cơ quan thẩm định")


def _file(*lines: tuple[object, ...], dry_run: bool) -> dict[str, Any]:
    book = openpyxl.Workbook()
    assert book.active is not None
    for line in lines:
        book.active.append(list(line))
    file = BytesIO()
    book.save(file)
    return {"content": base64.b64encode(file.getvalue()).decode(), "dry_run": dry_run}


async def test_units_are_tried_first_and_then_kept(world: Any) -> None:
    lines = (UNIT_HEAD, ("a", "Sở A", "department", "department", "", "01/07/2025"), ("a1", "Phòng A1", "sub_unit", "sub", "a", ""))
    tried = (await world.admin.post("/units/import", json=_file(*lines, dry_run=True))).json()
    assert tried == {"rows": 2, "saved": 0, "faults": []}
    assert (await world.admin.get("/units")).json()["items"] == []
    assert (await world.admin.get("/unit-types")).json() == []
    kept = (await world.admin.post("/units/import", json=_file(*lines, dry_run=False))).json()
    assert kept == {"rows": 2, "saved": 2, "faults": []}
    unit = (await world.admin.get("/units/a1")).json()
    assert (unit["parent_code"], (await world.admin.get("/units/a")).json()["valid_from"]) == ("a", "2025-07-01")
    assert [e.code for e in await world.house.outbox() if e.type == "identity.unit.changed.v1"] == ["a", "a1"]


async def test_a_file_with_a_fault_is_kept_in_no_part_and_every_fault_has_its_cell(world: Any) -> None:
    await world.unit("co-san")
    lines = (
        UNIT_HEAD,
        ("a", "Sở A", "department", "department", "", ""),
        ("b", "", "department", "department", "", ""),
        ("c", "Sở C", "department", "department", "khong-co", ""),
        ("d", "Sở D", "department", "department", "", "31/02/2025"),
        ("co-san", "Sở", "department", "department", "", ""),
        ("a", "Sở A", "department", "department", "", ""),
    )
    answer = (await world.admin.post("/units/import", json=_file(*lines, dry_run=False))).json()
    assert (answer["rows"], answer["saved"]) == (6, 0)
    assert [f["cell"] for f in answer["faults"]] == ["B3", "E4", "F5", "A6", "A7"]
    assert [u["code"] for u in (await world.admin.get("/units")).json()["items"]] == ["co-san"]
    assert len([e for e in await world.house.outbox() if e.type == "identity.unit.changed.v1"]) == 1


async def test_accounts_are_tried_first_and_then_granted_with_passwords_shown_once(world: Any) -> None:
    await world.unit("a")
    lines = (
        ACCOUNT_HEAD,
        ("lan", "Lê Lan", "Nhập liệu", "Lãnh đạo phê duyệt báo cáo", "a", ""),
        ("mai", "Vũ Mai", "Tài khoản thẩm định", "Đầu mối thẩm định; Thành viên hội đồng", "", "SNV"),
    )
    tried = (await world.admin.post("/accounts/import", json=_file(*lines, dry_run=True))).json()
    assert (tried["saved"], tried["faults"], tried["accounts"]) == (0, [], [])
    assert "sub-lan" not in world.provider.people
    body, key = _file(*lines, dry_run=False), {"Idempotency-Key": "k"}
    granted = (await world.admin.post("/accounts/import", json=body, headers=key)).json()
    assert [(a["row"], a["username"], a["initial_password"]) for a in granted["accounts"]] == [
        (2, "lan", world.provider.people["sub-lan"].password),
        (3, "mai", world.provider.people["sub-mai"].password),
    ]
    again = (await world.admin.post("/accounts/import", json=body, headers=key)).json()
    assert [(a["id"], a["initial_password"]) for a in again["accounts"]] == [(a["id"], None) for a in granted["accounts"]]
    roles = (await world.admin.get(f"/accounts/{granted['accounts'][1]['id']}")).json()["roles"]
    assert {r["role"] for r in roles} == {"appraisal_lead", "council_member"}


async def test_faults_of_accounts_name_their_cells(world: Any) -> None:
    await world.account("mai")
    lines = (
        ACCOUNT_HEAD,
        ("lan", "Lê Lan", "Nhập liệu", "", "khong-co", ""),
        ("a b", "Lê Lan", "Quản lý", "", "", ""),
        ("mai", "Lê Mai", "Quản lý", "", "", ""),
        ("x", "X", "Lãnh đạo", "", "", ""),
        ("y", "Y", "Quản lý", "Trùm", "", ""),
        ("z", "Z", "Thẩm định", "", "", ""),
    )
    answer = (await world.admin.post("/accounts/import", json=_file(*lines, dry_run=True))).json()
    assert [f["cell"] for f in answer["faults"]] == ["E2", "A3", "A4", "C5", "D6", "F7"]
    assert all(f["detail"][0].isalpha() for f in answer["faults"])


async def test_what_is_no_table_is_refused(world: Any) -> None:
    answer = await world.admin.post("/units/import", json={"content": "AAAA", "dry_run": True})
    assert problem_of(answer) == (422, "request/not-a-table")


async def test_only_an_administrator_brings_files(world: Any) -> None:
    manager = world.as_(await world.account("lan"))
    for path in ("/units/import", "/accounts/import"):
        answer = await manager.post(path, json={"content": "AAAA", "dry_run": True})
        assert problem_of(answer) == (403, "access/not-permitted")
