"""Sheets and items as an appraiser or a manager sees them, their history, links to their evidence."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import orjson
from fastapi import Path, Query, Response
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import MayReadAppraisal, MayReadEvidence, MayReadSheet, sight_of
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.domain import SheetNotFound
from chamdiem_appraisal.clarification import store as clarification
from chamdiem_appraisal.cursors import one_number, sheet_and_position
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.sheet import grid, store, views
from chamdiem_appraisal.sheet.evidence import EvidenceLinks
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import NotFound, Unavailable
from chamdiem_kit.paging import After, Limit, Page, cursor_of
from chamdiem_rules.text import nfc

router = service_router("appraisal", tags=["sheet"])
JSON = "application/json"
_Code = Annotated[str | None, Query(max_length=100, pattern=r"^[^\x00-\x1f\x7f]*$")]
_OF_PLACE = ("sheet_id", "set_code", "unit_code", "unit_name", "ranking_group", "is_sent", "late", "may_write", "assigned_to")
_ABSENT = "Phiếu không có, chưa được gửi, hoặc không có tiêu chí của cơ quan."


class ItemNotFound(NotFound):
    type = "appraisal/item-not-found"
    title = "Không có tiêu chí này trên phiếu"


class EvidenceNotFound(NotFound):
    type = "appraisal/evidence-not-found"
    title = "Không có tài liệu kiểm chứng này trên phiếu"


class EvidenceLinkOut(BaseModel):
    """Đường dẫn tải tệp, hết hạn sau vài phút."""

    url: str
    name: str
    expires_at: datetime


@router.get("/appraisals/{appraisal_id}/items", response_model=Page[views.AssignedItemOut])
async def list_items(
    appraisal_id: UUID,
    actor: MayReadAppraisal,
    ctx: Ctx,
    sheet_id: UUID | None = None,
    set_code: _Code = None,
    item: _Code = None,
    limit: Limit = 100,
    after: After = None,
) -> Response:
    """Các tiêu chí và mục được phân công, trên các phiếu đã gửi hoặc hết hạn gửi; lọc theo phiếu, bộ tiêu chí, tiêu chí."""
    async with ctx.snapshot() as tx:
        seer = await _seer(tx, actor, appraisal_id)
        leaf = (set_code and nfc(set_code), item and nfc(item))
        rows = await store.items_of_appraisal(tx, seer, sheet_id=sheet_id, leaf=leaf, after=sheet_and_position(after), limit=limit + 1)
        page = rows[:limit]
        asked = views.clarifications_of(await clarification.of_sheets(tx, list({row.sheet_id for row in page}), drafts=True))
        items = []
        for row in page:
            criteria_set = await criteria.criteria_set_of(tx, row.criteria_set_id, row.survey_forms_id)
            assert criteria_set is not None, "an assigned item's set is known"
            place = {name: getattr(row, name) for name in _OF_PLACE}
            items.append({**views.item_values(row, criteria_set, asked.get((row.sheet_id, row.item), ())), **place})
    following = cursor_of(str(page[-1].sheet_id), page[-1].position) if len(rows) > limit else None
    return Response(orjson.dumps({"items": items, "next": following}, default=str), media_type=JSON)


@router.get("/appraisals/{appraisal_id}/grid", response_model=grid.GridOut)
async def get_grid(appraisal_id: UUID, actor: MayReadAppraisal, ctx: Ctx) -> Response:
    """Toàn bộ việc thẩm định của cơ quan dưới dạng lưới: đơn vị, tiêu chí, và mỗi ô một trạng thái, không có nội dung chi tiết."""
    async with ctx.snapshot() as tx:
        seer = await _seer(tx, actor, appraisal_id)
        sheets = await store.sheets_of_appraisal(tx, seer)
        cells = await store.cells_of_appraisal(tx, seer)
        sets = {}
        for sheet in sheets:
            criteria_set = await criteria.criteria_set_of(tx, sheet.criteria_set_id, sheet.survey_forms_id)
            assert criteria_set is not None, "an assigned sheet's set is known"
            sets[sheet.set_code] = criteria_set
    return Response(orjson.dumps(grid.grid_values(seer.appraisal.appraiser_code, sheets, cells, sets), default=str), media_type=JSON)


async def _seer(tx: AsyncConnection, actor: Actor, appraisal_id: UUID) -> store.Seer:
    row = await assignment.load_in_sight(tx, sight_of(actor).parameters, appraisal_id)
    return store.Seer(actor, assignment.appraisal_and_period(row)[0])


@router.get("/sheets/{sheet_id}", response_model=views.SheetOut)
async def get_sheet(sheet_id: UUID, actor: MayReadSheet, ctx: Ctx) -> Response:
    """Xem phiếu: cơ quan thẩm định thấy tiêu chí của mình, lãnh đạo Sở Nội vụ thấy tất cả.

    Đơn vị thấy phiếu của mình khi kỳ cho xem: từ thời gian giải trình (điểm của các vòng đã gửi), khi tổng hợp, hoặc khi công bố.
    """
    sight = sight_of(actor).parameters
    async with ctx.snapshot() as tx:
        sheet = await store.sheet_in_sight(tx, sight, sheet_id)
        if sheet is None:
            raise SheetNotFound(_ABSENT)
        criteria_set = await criteria.criteria_set_of(tx, sheet.criteria_set_id, sheet.survey_forms_id)
        if criteria_set is None:
            raise SheetNotFound(_ABSENT)
        # Without the whole sheet a unit sees rounds that were sent, never what is being written.
        in_rounds = actor.kind == "data_entry" and not sheet.sees_whole
        read_items = store.round_items_of_sheet if in_rounds else store.items_of_sheet
        rows = await read_items(tx, sight, sheet_id)
        questions = await clarification.of_sheets(tx, [sheet_id], drafts=actor.kind != "data_entry")
        knock_outs = await store.knock_outs_of_sheet(tx, sight, sheet_id)
    titles = {k.code: k.title for k in criteria_set.knock_outs}
    body = {
        "sheet_id": sheet.sheet_id,
        "period_id": sheet.period_id,
        "set_code": sheet.set_code,
        "unit_code": sheet.unit_code,
        "unit_name": sheet.unit_name,
        "is_sent": sheet.is_sent,
        "sent_at": sheet.sent_at if sheet.is_sent else None,
        "late": sheet.late,
        "items": views.sheet_items(rows, criteria_set, questions, with_system_items=sheet.sees_whole),
        "knock_outs": [
            {"code": k.code, "title": titles.get(k.code, ""), "appraiser_code": k.appraiser_code, "confirmed": k.confirmed}
            for k in knock_outs
        ],
    }
    return Response(orjson.dumps(body, default=str), media_type=JSON)


@router.get("/sheets/{sheet_id}/items/{item}/history")
async def list_item_history(
    sheet_id: UUID, item: str, actor: MayReadSheet, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[views.HistoryOut]:
    """Mọi thay đổi điểm thẩm định của một tiêu chí: trước, sau, ai, khi nào, vì sao."""
    sight, code = sight_of(actor).parameters, nfc(item)
    async with ctx.snapshot() as tx:
        if not await store.has_item(tx, sight, sheet_id, code):
            raise ItemNotFound(_ABSENT)
        rows = await store.history_of_item(tx, sight, sheet_id, code, after=one_number(after), limit=limit + 1)
    page = rows[:limit]
    following = cursor_of(page[-1].id) if len(rows) > limit else None
    return Page(items=[views.history_out(row) for row in page], next=following)


@router.get("/sheets/{sheet_id}/evidence/{sha256}/link")
async def link_evidence(
    sheet_id: UUID, sha256: Annotated[str, Path(pattern=r"^[0-9a-f]{64}$")], actor: MayReadEvidence, ctx: Ctx
) -> EvidenceLinkOut:
    """Đường dẫn tải một tài liệu kiểm chứng của phiếu, có hạn vài phút; việc cấp được ghi nhật ký."""
    sight = sight_of(actor).parameters
    links: EvidenceLinks | None = ctx.parts.links
    if links is None:
        raise Unavailable("Kho tài liệu kiểm chứng chưa được cấu hình; hãy báo bộ phận hỗ trợ.")
    async with ctx.transaction() as tx:
        found = await store.evidence_in_sight(tx, sight, sheet_id, sha256)
        if found is None:
            raise EvidenceNotFound("Hãy kiểm tra lại phiếu và tài liệu.")
        given_at = await store.log_link(tx, sheet_id, sha256, actor.account_id)
    return EvidenceLinkOut(url=links.sign(sha256, found.name), name=found.name, expires_at=given_at + links.lifetime)
