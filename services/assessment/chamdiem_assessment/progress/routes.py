"""HTTP operations on the progress of a period's sheets."""

from asyncio import to_thread
from dataclasses import asdict
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response
from pydantic import AwareDatetime, BaseModel

from chamdiem_assessment.access import MayReadSheets, units_seen_by
from chamdiem_assessment.known.unit import units_by_code
from chamdiem_assessment.period.domain import UnitNotInSet, UnknownUnit, visible_to
from chamdiem_assessment.period.store import load_period
from chamdiem_assessment.progress import store
from chamdiem_assessment.progress.domain import COLUMNS, SheetProgress, UnknownSet, table_of
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.table_files import TABLE_ANSWER, Kind, TooMuchToExport, table_file
from chamdiem_kit.texts import CleanText

router: APIRouter = service_router("assessment", "/periods", tags=["progress"])

_MOST_SHEETS = 10_000


class SheetRef(BaseModel):
    """Phiếu chấm điểm nhìn từ ngoài: trạng thái và tỷ lệ tiêu chí đã kê khai, không có số liệu và điểm."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    unit_type: str
    ranking_group: str
    status: str
    sent_at: AwareDatetime | None
    late: bool
    complete_percent: int


@router.get("/{period_id}/sheets")
async def list_sheets(period_id: UUID, actor: MayReadSheets, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[SheetRef]:
    """Các phiếu chấm điểm của kỳ: mọi đơn vị với lãnh đạo Sở Nội vụ, của đơn vị mình với tài khoản nhập liệu."""
    async with ctx.snapshot() as tx:
        visible_to(await load_period(tx, period_id), actor.kind)
        found = await store.list_of_period(tx, period_id, units_seen_by(actor), after_id(after), limit + 1)
    rows, following = page_by_id(found, limit, lambda s: s.sheet_id)
    return Page(items=[_out(s) for s in rows], next=following)


@router.get("/{period_id}/sheets/file.{kind}", response_class=Response, responses=TABLE_ANSWER)
async def export_progress(period_id: UUID, kind: Kind, actor: MayReadSheets, ctx: Ctx) -> Response:
    """Thống kê tiến độ của kỳ: đơn vị nào chưa chấm, đã kê khai bao nhiêu, gửi lúc nào, có chậm không; không có số liệu và điểm."""
    async with ctx.snapshot() as tx:
        period = visible_to(await load_period(tx, period_id), actor.kind)
        found = await store.list_of_period(tx, period_id, units_seen_by(actor), None, _MOST_SHEETS + 1)
    if len(found) > _MOST_SHEETS:
        raise TooMuchToExport(f"Kỳ có hơn {_MOST_SHEETS // 1000}.000 phiếu; hãy lấy danh sách qua API.")
    return await to_thread(table_file, kind, f"{period.program}-{period.year}-tien-do", "Tiến độ", COLUMNS, table_of(found))


@router.get("/{period_id}/sheet")
async def find_sheet(
    period_id: UUID,
    actor: MayReadSheets,
    ctx: Ctx,
    set_code: Annotated[CleanText, Query(alias="set", description="Mã bộ tiêu chí")],
    unit_code: Annotated[CleanText, Query(alias="unit", description="Mã đơn vị")],
) -> SheetRef:
    """Phiếu chấm điểm của một đơn vị theo một bộ tiêu chí."""
    units = units_seen_by(actor)
    async with ctx.snapshot() as tx:
        period = visible_to(await load_period(tx, period_id), actor.kind)
        if period.set_by_code(set_code) is None:
            raise UnknownSet("Hãy dùng mã bộ tiêu chí của kỳ đánh giá.")
        if (units is not None and unit_code not in units) or not await units_by_code(tx, [unit_code]):
            raise UnknownUnit("Hãy kiểm tra lại mã đơn vị.")
        found = await store.find(tx, period_id, set_code, unit_code, units)
    if found is None:
        raise UnitNotInSet("Hãy kiểm tra loại hình của đơn vị và bộ tiêu chí.")
    return _out(found)


def _out(progress: SheetProgress) -> SheetRef:
    return SheetRef.model_validate(asdict(progress))
