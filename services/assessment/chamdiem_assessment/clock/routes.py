"""HTTP operations on a rehearsal's own clock (rules §9)."""

from datetime import datetime
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict

from chamdiem_assessment.access import MayMoveClock, MayReadClock
from chamdiem_assessment.period import domain, store
from chamdiem_assessment.period.events import period_event
from chamdiem_contracts.assessment import PeriodClockMovedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import set_etag
from chamdiem_kit.instants import Instant

router = service_router("assessment", "/periods", tags=["clock"])


class ClockIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    at: Instant


class ClockOut(BaseModel):
    """Đồng hồ của kỳ: `clock_at` trống ở kỳ chính thức; `clock_version` tăng sau mỗi lần chỉnh."""

    clock_version: int
    clock_at: datetime | None


@router.get("/{period_id}/clock")
async def show_clock(period_id: UUID, _: MayReadClock, ctx: Ctx) -> ClockOut:
    """Đồng hồ của kỳ đánh giá."""
    async with ctx.snapshot() as tx:
        period = await store.load_period(tx, period_id)
    return ClockOut(clock_version=period.clock_version, clock_at=period.clock_at)


@router.put("/{period_id}/clock")
async def move_clock(period_id: UUID, body: ClockIn, actor: MayMoveClock, ctx: Ctx, response: Response) -> ClockOut:
    """Chỉnh tới đồng hồ của kỳ diễn tập; mọi dịch vụ sẽ biết qua sự kiện."""
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        period = domain.move_clock(await store.load_period(tx, period_id, "update"), body.at)
        await store.save_period(tx, period, "clock_moved", actor.account_id, now)
        await outbox.add(tx, period_event(PeriodClockMovedV1, period, await store.list_sheets(tx, period_id), now))
    set_etag(response, period.version)
    return ClockOut(clock_version=period.clock_version, clock_at=period.clock_at)
