"""HTTP operations that plan, change and open a period."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayWritePeriods, require_whole_province
from chamdiem_assessment.criteria_set.store import published_by_id
from chamdiem_assessment.period import domain, store
from chamdiem_assessment.period.bodies import PeriodOut, period_out
from chamdiem_assessment.period.domain import Period, SetInPeriod, Stage, refuse_period
from chamdiem_assessment.period.events import period_event
from chamdiem_assessment.planning.bodies import PeriodIn
from chamdiem_assessment.planning.domain import change_faults, opening_faults, sheets_to_make, unknown_set_faults
from chamdiem_assessment.planning.store import load_opened, load_opening, load_reference_faults
from chamdiem_contracts.assessment import PeriodChangedV1, PeriodOpenedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection

router = service_router("assessment", "/periods", tags=["periods"])


class FaultOut(BaseModel):
    place: str
    message: str


class PlannedSheetOut(BaseModel):
    set_code: str
    unit_code: str
    unit_name: str


class OpeningOut(BaseModel):
    """Nếu mở kỳ ngay bây giờ: các lỗi theo chỗ, và các phiếu chấm điểm sẽ được tạo."""

    faults: Sequence[FaultOut]
    sheets: Sequence[PlannedSheetOut]


@router.post("", status_code=201)
async def plan_period(body: PeriodIn, actor: MayWritePeriods, ctx: Ctx, retry: RetryProtection, response: Response) -> PeriodOut:
    """Tạo kỳ đánh giá ở trạng thái chuẩn bị. Kỳ diễn tập có đồng hồ riêng, mặc định bắt đầu từ giờ hiện tại."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            now = await real_now(tx)
            if body.clock_at is not None and not body.rehearsal:
                raise domain.NoOwnClock("Hãy bỏ clock_at hoặc tạo kỳ diễn tập.")
            clock_at = (body.clock_at or now) if body.rehearsal else None
            period = replace(await _planned(tx, body, await store.new_id(tx)), clock_at=clock_at)
            await store.add_period(tx, period, actor.account_id, now)
            answer = period_out(period, (), now, actor)
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
        else:
            answer = PeriodOut.model_validate(earlier)
    set_etag(response, answer.version)
    return answer


@router.put("/{period_id}")
async def change_period(
    period_id: UUID, body: PeriodIn, actor: MayWritePeriods, expected: ExpectedVersion, ctx: Ctx, response: Response
) -> PeriodOut:
    """Sửa kỳ đánh giá; kỳ đã mở chỉ sửa được các giai đoạn, ngày nghỉ, cơ quan thẩm định thay và cách hiển thị."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        before = await store.load_period(tx, period_id, "update")
        sheets = await store.list_sheets(tx, period_id)
        require_version(expected, before.version, period_out(before, sheets, now, actor).model_dump(mode="json"))
        wanted = await _planned(tx, body, period_id)
        wanted = replace(
            wanted,
            stage=before.stage,
            clock_at=body.clock_at or before.clock_at,
            clock_version=before.clock_version,
            extensions=before.extensions,
            result_status=before.result_status,
        )
        after = domain.change_period(before, wanted)
        if after.stage is Stage.OPEN:
            refuse_period(change_faults(await load_opened(tx, after)))
            await outbox.add(tx, period_event(PeriodChangedV1, after, sheets, now))
        await store.save_period(tx, after, "changed", actor.account_id, now)
        if after.sets != before.sets:
            await store.replace_sets(tx, after)
    set_etag(response, after.version)
    return period_out(after, sheets, now, actor)


@router.get("/{period_id}/opening")
async def check_opening(period_id: UUID, _: MayWritePeriods, ctx: Ctx) -> OpeningOut:
    """Xem trước việc mở kỳ: còn lỗi gì và sẽ tạo phiếu cho đơn vị nào; không thay đổi gì."""
    async with ctx.snapshot() as tx:
        opening = await load_opening(tx, await store.load_period(tx, period_id))
    faults = opening_faults(opening)
    return OpeningOut(
        faults=[FaultOut(place=f.place, message=f.message) for f in faults],
        sheets=[PlannedSheetOut.model_validate(s) for s in sheets_to_make(opening)],
    )


@router.post("/{period_id}/open")
async def open_period(period_id: UUID, actor: MayWritePeriods, ctx: Ctx, response: Response) -> PeriodOut:
    """Mở kỳ đánh giá: cố định các bộ tiêu chí và tạo phiếu cho mọi đơn vị đang có hiệu lực thuộc loại hình được chấm."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        period = domain.open_period(await store.load_period(tx, period_id, "update"))
        opening = await load_opening(tx, period)
        refuse_period(opening_faults(opening))
        await store.save_period(tx, period, "opened", actor.account_id, now)
        await store.add_sheets(tx, period_id, sheets_to_make(opening))
        sheets = await store.list_sheets(tx, period_id)
        await outbox.add(tx, period_event(PeriodOpenedV1, period, sheets, now))
    set_etag(response, period.version)
    return period_out(period, sheets, now, actor)


async def _planned(tx: AsyncConnection, body: PeriodIn, period_id: UUID) -> Period:
    """The period that a body describes, before anything was done to it. Raises `PeriodRefused` naming ids that do not exist."""
    known = await published_by_id(tx, body.criteria_set_ids)
    refuse_period(
        unknown_set_faults(body.criteria_set_ids, known.keys()) + await load_reference_faults(tx, body.survey_forms_id, body.par_period_id)
    )
    return Period(
        id=period_id,
        program=body.program,
        year=body.year,
        rehearsal=body.rehearsal,
        stage=Stage.PLANNED,
        sets=tuple(SetInPeriod(set_id, *known[set_id]) for set_id in body.criteria_set_ids),
        survey_forms_id=body.survey_forms_id,
        par_period_id=body.par_period_id,
        phases=body.phases.value(),
        holidays=tuple(sorted(set(body.holidays))),
        conflict=body.conflict(),
        lock_scope=body.lock_scope,
        clarification_rounds=body.clarification_rounds,
        unit_sees_scores=body.unit_sees_scores,
        clock_at=None,
        clock_version=0,
        version=1,
        extensions={},
        result_status=None,
    )
