"""HTTP operations on periods: reading and closing."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from chamdiem_assessment.access import MayReadLog, MayReadPeriods, MayWritePeriods, require_whole_province, units_seen_by
from chamdiem_assessment.period import domain, store
from chamdiem_assessment.period.bodies import PeriodActOut, PeriodOut, period_out
from chamdiem_assessment.period.events import period_event
from chamdiem_contracts.assessment import PeriodChangedV1, Program
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import set_etag
from chamdiem_kit.paging import After, Limit, Page, after_id, after_number, cursor_of, page_by_id

router = service_router("assessment", "/periods", tags=["periods"])


@router.get("")
async def list_periods(
    actor: MayReadPeriods,
    ctx: Ctx,
    program: Program | None = None,
    year: Annotated[int | None, Query(ge=1000, le=9999)] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[PeriodOut]:
    """Các kỳ đánh giá; kỳ đang chuẩn bị chỉ người quản lý thấy."""
    async with ctx.snapshot() as tx:
        now = await real_now(tx)
        planned = domain.sees_planned(actor.kind)
        found = await store.list_periods(tx, program=program, year=year, planned=planned, after=after_id(after), limit=limit + 1)
    rows, following = page_by_id(found, limit, lambda p: p.id)
    return Page(items=[period_out(p, (), now, actor) for p in rows], next=following)


@router.get("/{period_id}")
async def show_period(period_id: UUID, actor: MayReadPeriods, ctx: Ctx, response: Response) -> PeriodOut:
    """Một kỳ đánh giá."""
    units = units_seen_by(actor)
    async with ctx.snapshot() as tx:
        now = await real_now(tx)
        period = domain.visible_to(await store.load_period(tx, period_id), actor.kind)
        sheets = await store.list_sheets(tx, period_id, units)
    set_etag(response, period.version)
    return period_out(period, sheets, now, actor)


@router.post("/{period_id}/close")
async def close_period(period_id: UUID, actor: MayWritePeriods, ctx: Ctx, response: Response) -> PeriodOut:
    """Đóng và lưu trữ kỳ đánh giá; sau đó không ai nhập gì được nữa."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        period = domain.close_period(await store.load_period(tx, period_id, "update"))
        await store.save_period(tx, period, "closed", actor.account_id, now)
        sheets = await store.list_sheets(tx, period_id)
        await outbox.add(tx, period_event(PeriodChangedV1, period, sheets, now))
    set_etag(response, period.version)
    return period_out(period, sheets, now, actor)


@router.get("/{period_id}/history")
async def show_period_history(period_id: UUID, _: MayReadLog, ctx: Ctx, limit: Limit = 50, after: After = None) -> Page[PeriodActOut]:
    """Lịch sử thay đổi của kỳ đánh giá: ai, khi nào (giờ thực), trạng thái sau thay đổi."""
    async with ctx.snapshot() as tx:
        await store.load_period(tx, period_id)
        found = await store.list_history(tx, period_id, after_number(after), limit + 1)
    rows = [PeriodActOut.model_validate(dict(r)) for r in found[:limit]]
    return Page(items=rows, next=cursor_of(rows[-1].version) if len(found) > limit else None)
