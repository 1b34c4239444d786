"""What appraisal knows of a period's clock, so that a driver can wait for it."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from chamdiem_appraisal.access import MayReadClock
from chamdiem_appraisal.known import store
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import NotFound

router = service_router("appraisal", "/periods", tags=["period"])


class PeriodNotFound(NotFound):
    type = "appraisal/period-not-found"
    title = "Không có kỳ đánh giá này"


class ClockOut(BaseModel):
    """Đồng hồ riêng của kỳ diễn tập như dịch vụ này đã biết; `clock_at` trống: kỳ chạy theo giờ thật."""

    clock_version: int
    clock_at: datetime | None


@router.get("/{period_id}/clock")
async def read_clock(period_id: UUID, _: MayReadClock, ctx: Ctx) -> ClockOut:
    """Xem đồng hồ của kỳ mà dịch vụ thẩm định đang biết."""
    async with ctx.snapshot() as tx:
        found = await store.clock_of(tx, period_id)
    if found is None:
        raise PeriodNotFound("Kỳ đánh giá chưa được mở hoặc chưa chuyển đến; hãy thử lại sau ít phút.")
    return ClockOut(clock_version=found[0], clock_at=found[1])
