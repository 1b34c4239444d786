"""HTTP operations on amending decisions (rights.md "Assessment")."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Query
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayReadPeriods, MayReadSheets, MayWritePeriods, require_whole_province
from chamdiem_assessment.amendment import domain, store
from chamdiem_assessment.amendment.bodies import (
    AmendmentIn,
    AmendmentPreviewOut,
    PeriodAmendmentOut,
    PeriodAmendmentsOut,
    SheetAmendmentOut,
    SheetAmendmentsOut,
    preview_out,
)
from chamdiem_assessment.amendment.domain import SheetAfter, Versions
from chamdiem_assessment.amendment.events import told_of
from chamdiem_assessment.amendment.store import Amending
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.document.domain import Document
from chamdiem_assessment.extension_request import store as requests
from chamdiem_assessment.extension_request.domain import grant
from chamdiem_assessment.period import store as periods
from chamdiem_assessment.period.domain import Extension, Period, refuse_period, visible_to
from chamdiem_assessment.planning.domain import amendment_faults
from chamdiem_assessment.planning.store import load_amended
from chamdiem_assessment.sheet import store as sheets
from chamdiem_assessment.sheet.holding import holds, load_seen
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_rules.fault import Fault

router = service_router("assessment", "", tags=["amendments"])


@router.get("/periods/{period_id}/amendments")
async def list_amendments(period_id: UUID, actor: MayReadPeriods, ctx: Ctx) -> PeriodAmendmentsOut:
    """Các quyết định sửa đổi bộ tiêu chí đã áp dụng trong kỳ."""
    async with ctx.snapshot() as tx:
        visible_to(await periods.load_period(tx, period_id), actor.kind)
        found = await store.list_of_period(tx, period_id)
    return PeriodAmendmentsOut(items=[PeriodAmendmentOut.model_validate(row) for row in found])


@router.get("/periods/{period_id}/amendments/preview")
async def preview_amendment(
    period_id: UUID,
    from_id: Annotated[UUID, Query(alias="from", description="Phiên bản kỳ đang dùng")],
    to: Annotated[UUID, Query(description="Phiên bản mới đã ban hành")],
    actor: MayWritePeriods,
    ctx: Ctx,
) -> AmendmentPreviewOut:
    """Xem trước việc thay phiên bản bộ tiêu chí của kỳ đang mở; không thay đổi gì."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        period = await periods.load_period(tx, period_id)
        versions, new = await _versions(tx, period, from_id, to)
        faults = await _faults(tx, domain.amended_period(period, versions.old_id, new), versions)
        now = await real_now(tx)
        amended = [domain.amend_sheet(versions, before, now) for before in await store.list_before(tx, period, versions)]
        sent = await store.sent_agencies(tx, period_id)
    return preview_out(versions, store.items_of(versions), amended, faults, sent)


@router.post("/periods/{period_id}/amendments", status_code=201)
async def amend_set(period_id: UUID, body: AmendmentIn, actor: MayWritePeriods, ctx: Ctx, retry: RetryProtection) -> PeriodAmendmentOut:
    """Áp dụng quyết định sửa đổi trước khi tổng hợp kết quả: số liệu giữ theo mã tiêu chí, phiếu có mục phải kê khai lại trở về đơn vị.

    Làm trong một lần, kể cả khi mọi người đang nhập; số liệu cũ vẫn còn trong lịch sử.
    """
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            period = await periods.load_period(tx, period_id, "update")
            versions, new = await _versions(tx, period, body.from_criteria_set_id, body.to_criteria_set_id)
            after = domain.amended_period(period, versions.old_id, new)
            refuse_period(await _faults(tx, after, versions))
            await sheets.lock_of_set(tx, period_id, versions.old_id)
            # Only now: what was saved before the sheets were held bears an earlier time.
            amending = Amending(body.decision.value(), body.reason, body.deadline, actor.account_id, await real_now(tx))
            amended = [domain.amend_sheet(versions, b, amending.now) for b in await store.list_before(tx, period, versions)]
            after, extensions = domain.extend_for_amendment(
                after, amended, body.deadline, amending.decision, (amending.now, actor.account_id)
            )
            await _keep(tx, after, versions, amended, amending)
            await _extend(tx, after, extensions)
            await outbox.add_all(tx, await told_of(tx, after, versions, amended, amending.now))
            made = next(row for row in await store.list_of_period(tx, period_id) if row["to_set_id"] == versions.new_id)
            answer = PeriodAmendmentOut.model_validate(made)
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
        else:
            answer = PeriodAmendmentOut.model_validate(earlier)
    return answer


@router.get("/sheets/{sheet_id}/amendments")
async def list_amendments_of_sheet(sheet_id: UUID, actor: MayReadSheets, ctx: Ctx) -> SheetAmendmentsOut:
    """Các quyết định sửa đổi mà phiếu đã qua: mục nào phải kê khai lại, số liệu nào đã đổi hoặc không còn."""
    async with ctx.transaction() as tx:
        _, held = await load_seen(tx, sheet_id, actor)
        found = await store.list_of_sheet(tx, sheet_id)
    for row in found if held is not None else []:
        for name in ("rescored", "emptied", "gone", "restored"):
            row[name] = [code for code in row[name] if holds(held, code)]
        row["items"] = {kind: [i for i in items if holds(held, i["code"])] for kind, items in row["items"].items()}
    return SheetAmendmentsOut(items=[SheetAmendmentOut.model_validate(row) for row in found])


async def _versions(tx: AsyncConnection, period: Period, old_id: UUID, new_id: UUID) -> tuple[Versions, Document]:
    domain.require_amendable(period)
    old = await sets.documents.load(tx, old_id, drafts=False)
    new = await sets.documents.load(tx, new_id, drafts=False)
    domain.require_newer(period, old, new)
    versions = domain.versions_of((old.id, await sets.load_published(tx, old.id)), (new.id, await sets.load_published(tx, new.id)))
    return versions, new


async def _faults(tx: AsyncConnection, after: Period, versions: Versions) -> tuple[Fault, ...]:
    return (*domain.type_faults(versions), *amendment_faults(await load_amended(tx, after)))


async def _keep(tx: AsyncConnection, after: Period, versions: Versions, amended: Sequence[SheetAfter], amending: Amending) -> None:
    reasons = {a.sheet.of.sheet_id: domain.reason_of(versions, amending.decision, a, amending.deadline) for a in amended}
    await store.save_amended(tx, amended, reasons, by=amending.by, now=amending.now)
    await periods.amend_sheets(tx, after.id, versions.old_id, versions.new_id)
    await periods.replace_sets(tx, after)
    await periods.save_period(tx, after, "amended", amending.by, amending.now)
    await store.add(tx, after.id, versions, amended, amending)


async def _extend(tx: AsyncConnection, after: Period, extensions: Sequence[Extension]) -> None:
    """Give the units their time, and answer those that had asked for some."""
    await periods.add_extension(tx, after.id, *extensions)
    for asked in await requests.open_of_units(tx, after.id, [e.unit_code for e in extensions]):
        extension = next(e for e in extensions if e.unit_code == asked.unit_code)
        await requests.save_decision(tx, grant(asked, extension.number, extension.given_by, extension.given_at))
