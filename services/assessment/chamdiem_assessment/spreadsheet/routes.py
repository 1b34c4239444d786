"""Declared values out as XLSX and in again: tried first, every fault at its cell, nothing half done."""

from asyncio import to_thread
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayEnterValues
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.delegation.store import Held
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.sheet import answer_store
from chamdiem_assessment.sheet.answer import Answer, KeptAnswer, Owner, declare_answer
from chamdiem_assessment.sheet.bodies import files_of
from chamdiem_assessment.sheet.domain import Sheet
from chamdiem_assessment.sheet.holding import load_seen, open_for_saving, require_given
from chamdiem_assessment.spreadsheet.columns import COLUMNS, NEEDED
from chamdiem_assessment.spreadsheet.domain import given_of
from chamdiem_assessment.spreadsheet.workbook import write_workbook
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.spreadsheet import Row, Table, decoded, read_table
from chamdiem_kit.workbooks import MEDIA_TYPE
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import CriteriaSet

router = service_router("assessment", "/sheets", tags=["sheets"])

_LONGEST_FILE = 3 * 1024 * 1024
"""Base64 characters: about 2 MB of file."""
_XLSX_ANSWER: dict[int | str, dict[str, Any]] = {
    200: {"description": "Bảng tính", "content": {MEDIA_TYPE: {"schema": {"type": "string", "format": "binary"}}}}
}


class DeclaredFileIn(BaseModel):
    """`content` là tệp XLSX hoặc CSV mã hóa base64. `dry_run`: chỉ kiểm tra; `only_right_lines`: lưu các dòng đúng dù tệp có dòng sai."""

    model_config = ConfigDict(extra="forbid")

    content: str = Field(max_length=_LONGEST_FILE)
    dry_run: bool
    only_right_lines: bool = False


class DeclaredFault(BaseModel):
    """Một lỗi; `cell` là ô như bảng tính ghi (`C5`, hoặc cả dòng `5`)."""

    row: int
    column: str
    cell: str
    detail: str


class DeclaredImported(BaseModel):
    """Kết quả: số dòng có mã tiêu chí, số dòng làm thay đổi phiếu, số dòng đã lưu, và lỗi theo ô."""

    rows: int
    changed: int
    saved: int
    faults: list[DeclaredFault]
    items: list[str]


@dataclass
class _Judged:
    """The lines of a file: what to save by item, and what is wrong."""

    good: dict[str, Answer] = field(default_factory=dict)
    faults: list[DeclaredFault] = field(default_factory=list)


@router.get("/{sheet_id}/declared-values.xlsx", response_class=Response, responses=_XLSX_ANSWER)
async def export_declared(sheet_id: UUID, actor: MayEnterValues, ctx: Ctx) -> Response:
    """Số liệu kê khai của phiếu đơn vị mình dạng XLSX để điền ngoài trang rồi nhập lại; cột hướng dẫn bị khóa."""
    async with ctx.snapshot() as tx:
        sheet, held = await load_seen(tx, sheet_id, actor)
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        answers = await answer_store.list_of_sheet(tx, sheet_id)
        named = await files.by_id(tx, files_of(answers.values()))
    title = f"{criteria_set.title} - {sheet.of.unit_name} - {sheet.of.year}"
    content = await to_thread(write_workbook, title, criteria_set, answers, named, None if held is None else held.items)
    headers = {
        "Content-Disposition": f'attachment; filename="{sheet.of.set_code}-{sheet.of.unit_code}-declared-values.xlsx"'.encode(
            "ascii", "replace"
        ).decode(),
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=MEDIA_TYPE, headers=headers)


@router.post("/{sheet_id}/declared-values/import")
async def import_declared(sheet_id: UUID, body: DeclaredFileIn, actor: MayEnterValues, ctx: Ctx) -> DeclaredImported:
    """Nhập số liệu kê khai từ tệp; chạy thử thì chỉ nêu lỗi theo ô. Tệp có lỗi thì không lưu dòng nào, trừ khi chọn lưu các dòng đúng.

    Dòng để trống được bỏ qua, tài liệu kiểm chứng giữ nguyên; dòng mà người khác đã sửa sau khi kết xuất là lỗi.
    """
    table = await to_thread(read_table, decoded(body.content), COLUMNS, NEEDED, decimal_comma=True)
    async with ctx.transaction() as tx:
        # For update: nobody saves between what is read here and what is written.
        sheet, held = await open_for_saving(tx, sheet_id, actor, "update")
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        judged = await _judge(tx, table, criteria_set, sheet, held)
        save = not body.dry_run and (body.only_right_lines or not judged.faults)
        if save:
            await answer_store.save_all(tx, sheet_id, list(judged.good.values()), by=actor.account_id, now=sheet.real_now)
    rows = sum(1 for row in table.rows if row.cells["item"])
    changed = len(judged.good)
    return DeclaredImported(rows=rows, changed=changed, saved=changed if save else 0, faults=judged.faults, items=list(judged.good))


async def _judge(tx: AsyncConnection, table: Table, criteria_set: CriteriaSet, sheet: Sheet, held: Held | None) -> _Judged:
    present = await answer_store.list_of_sheet(tx, sheet.of.sheet_id)
    named = await files.by_id(tx, files_of(present.values()))
    owner = Owner(sheet.of.period_id, sheet.of.unit_code)
    judged, seen = _Judged(), set[str]()
    for row in table.rows:
        try:
            require_given(held, row.cells["item"])
            answer = _answer(row, table, criteria_set, present, named, owner)
            if row.cells["item"] in seen:
                raise Refused("duplicate", "Mã tiêu chí này đã có ở dòng trên; hãy giữ một dòng.", "item")
        except Refused as refused:
            judged.faults.append(_fault(table, row, refused))
            continue
        if answer is not None:
            seen.add(row.cells["item"])
            judged.good[answer.item] = answer
    return judged


def _answer(
    row: Row,
    table: Table,
    criteria_set: CriteriaSet,
    present: Mapping[str, KeptAnswer],
    named: Mapping[UUID, Evidence],
    owner: Owner,
) -> Answer | None:
    kept = present.get(row.cells["item"])
    given = given_of(criteria_set, row.cells, table.letters, kept.answer if kept else None)
    if given is None:
        return None
    answer = declare_answer(criteria_set, given, named, owner)
    version = row.cells["version"]
    if version and version != str(kept.version if kept else 0):
        by = f" ({kept.saved_by_name})" if kept and kept.saved_by_name else ""
        raise Refused("stale", f"Mục này đã được sửa{by} sau khi kết xuất tệp; hãy kết xuất lại rồi điền lại dòng này.", "item")
    return answer


def _fault(table: Table, row: Row, refused: Refused) -> DeclaredFault:
    column = refused.column or "item"
    return DeclaredFault(row=row.number, column=column, cell=table.place(row, column), detail=refused.detail)
