"""HTTP operations on results."""

from datetime import datetime
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel

from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.etag import set_etag
from chamdiem_kit.paging import After, Limit, Page, after_id, after_number, cursor_of, page_by_id
from chamdiem_ranking.access import MayReadClock, MayReadHistory, MayReadResult
from chamdiem_ranking.earlier import store as earlier
from chamdiem_ranking.known import reading as known
from chamdiem_ranking.result import reading
from chamdiem_ranking.result.bodies import ResultLineOut, ResultOut, SheetScoresOut, item_out, line_out, place_of, result_out
from chamdiem_ranking.result.store import PeriodUnknown

router = service_router("ranking", "/periods", tags=["result"])


class ClockOut(BaseModel):
    """Đồng hồ riêng của kỳ diễn tập như dịch vụ này đã biết; `clock_at` trống: kỳ chạy theo giờ thật."""

    clock_version: int
    clock_at: datetime | None


class ResultChangeOut(BaseModel):
    """Một lần kết quả đổi trạng thái hoặc đổi số liệu; `changed_by` trống: hệ thống tự tổng hợp."""

    version: int
    result_version: int
    status: str
    reason: str
    minutes_sha256: str | None
    changed_by: UUID | None
    changed_at: datetime


@router.get("")
async def list_periods(actor: MayReadResult, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[ResultOut]:
    """Các kỳ đánh giá và trạng thái kết quả của từng kỳ."""
    async with ctx.snapshot() as tx:
        found = await reading.periods(tx, reading.reader_of(actor), after=after_id(after), limit=limit + 1)
    rows, next_ = page_by_id(found, limit, lambda row: row.period_id)
    return Page(items=[result_out(row, actor) for row in rows], next=next_)


@router.get("/{period_id}")
async def get_result(period_id: UUID, actor: MayReadResult, ctx: Ctx, response: Response) -> ResultOut:
    """Trạng thái kết quả của một kỳ đánh giá và những gì còn phải chờ."""
    async with ctx.snapshot() as tx:
        row = await reading.period(tx, period_id, reading.reader_of(actor))
    set_etag(response, row.version)
    return result_out(row, actor)


@router.get("/{period_id}/clock")
async def get_clock(period_id: UUID, _: MayReadClock, ctx: Ctx) -> ClockOut:
    """Đồng hồ của kỳ đánh giá mà dịch vụ này đã biết."""
    async with ctx.transaction() as tx:
        clock = await known.clock_of(tx, period_id)
    if clock is None:
        raise PeriodUnknown("Kỳ đánh giá chưa được báo tới; hãy thử lại.")
    return ClockOut(clock_version=clock[0], clock_at=clock[1])


@router.get("/{period_id}/results")
async def list_results(period_id: UUID, actor: MayReadResult, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[ResultLineOut]:
    """Kết quả từng đơn vị theo nhóm và thứ hạng: tổng điểm, chỉ số, xếp loại, thứ hạng."""
    reader = reading.reader_of(actor)
    async with ctx.snapshot() as tx:
        period = await reading.period(tx, period_id, reader)
        rules = await reading.rules_of_period(tx, period_id)
        found = await reading.lines(tx, period_id, reader, after=place_of(after), limit=limit + 1)
        previous = await earlier.previous_ranks(tx, period.program, period.year)
    rows = found[:limit]
    next_ = cursor_of(rows[-1].ranking_group, rows[-1].place) if len(found) > limit else None
    return Page(items=[line_out(row, rules.sets[row.criteria_set_id], previous) for row in rows], next=next_)


@router.get("/{period_id}/scores")
async def list_scores(period_id: UUID, actor: MayReadResult, ctx: Ctx, limit: Limit = 50, after: After = None) -> Page[SheetScoresOut]:
    """Điểm từng tiêu chí và mục điểm của từng đơn vị; mỗi trang là một số phiếu."""
    reader = reading.reader_of(actor)
    async with ctx.snapshot() as tx:
        await reading.period(tx, period_id, reader)
        rules = await reading.rules_of_period(tx, period_id)
        found = await reading.sheets(tx, period_id, reader, after=after_id(after), limit=limit + 1)
        sheets, next_ = page_by_id(found, limit, lambda row: row.sheet_id)
        items = await reading.items(tx, [s.sheet_id for s in sheets])
    scores: dict[UUID, SheetScoresOut] = {}
    decimals: dict[UUID, int] = {}
    for s in sheets:
        scores[s.sheet_id] = SheetScoresOut(sheet_id=s.sheet_id, set_code=s.set_code, unit_code=s.unit_code, items=[])
        decimals[s.sheet_id] = rules.sets[s.criteria_set_id].score_decimals
    for r in items:
        scores[r.sheet_id].items.append(item_out(r, decimals[r.sheet_id]))
    return Page(items=list(scores.values()), next=next_)


@router.get("/{period_id}/history")
async def list_changes(period_id: UUID, actor: MayReadHistory, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[ResultChangeOut]:
    """Kết quả của kỳ đã thay đổi những lần nào, vì sao, do ai."""
    async with ctx.snapshot() as tx:
        await reading.period(tx, period_id, reading.reader_of(actor))
        found = await reading.history(tx, period_id, after=after_number(after), limit=limit + 1)
    rows = found[:limit]
    changes = [ResultChangeOut.model_validate(row, from_attributes=True) for row in rows]
    return Page(items=changes, next=cursor_of(rows[-1].version) if len(found) > limit else None)
