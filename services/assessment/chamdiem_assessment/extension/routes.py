"""HTTP operations on extensions of a unit's deadline (rules §4; rights.md "Assessment")."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayGiveExtension, MayReadExtensions, units_seen_by
from chamdiem_assessment.extension_request import store as requests
from chamdiem_assessment.extension_request.domain import ExtensionRequest, grant
from chamdiem_assessment.known.unit import units_by_code
from chamdiem_assessment.period import domain, store
from chamdiem_assessment.period.events import period_event
from chamdiem_contracts.assessment import PeriodChangedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.instants import Instant
from chamdiem_kit.paging import After, Limit, Page, after_number, cursor_of
from chamdiem_kit.texts import CleanText

router = service_router("assessment", "/periods", tags=["extensions"])


class ExtensionIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    unit_code: Annotated[CleanText, Field(min_length=1)]
    to: Instant
    reason: CleanText
    request_id: UUID | None = Field(default=None, description="Đề nghị của đơn vị được đồng ý; phải còn đang chờ")


class ExtensionOut(BaseModel):
    """Một lần gia hạn; lần mới nhất của đơn vị có hiệu lực. `given_at` là giờ thực."""

    model_config = ConfigDict(from_attributes=True)
    number: int
    unit_code: str
    to: datetime
    reason: str
    given_at: datetime
    given_by: UUID


@router.post("/{period_id}/extensions", status_code=201)
async def extend_deadline(period_id: UUID, body: ExtensionIn, actor: MayGiveExtension, ctx: Ctx, retry: RetryProtection) -> ExtensionOut:
    """Gia hạn cho một đơn vị, kể cả sau khi đã hết hạn, đến trước khi tổng hợp kết quả; đề nghị đang chờ của đơn vị thành được đồng ý."""
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            now = await real_now(tx)
            period = await store.load_period(tx, period_id, "update")
            sheets = await store.list_sheets(tx, period_id)
            known = await units_by_code(tx, [body.unit_code])
            domain.require_unit(body.unit_code, {s["unit_code"] for s in sheets}, is_known=bool(known))
            if actor.conflicted_with(body.unit_code):
                raise domain.OwnUnit("Việc của đơn vị mình do người quản lý khác quyết định.")
            period, extension = domain.extend_deadline(period, body.unit_code, body.to, body.reason, now, actor.account_id)
            await store.add_extension(tx, period_id, extension)
            await _answer_request(tx, period_id, extension, body.request_id)
            await store.save_period(tx, period, "extended", actor.account_id, now)
            await outbox.add(tx, period_event(PeriodChangedV1, period, sheets, now))
            answer = ExtensionOut.model_validate(extension)
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
        else:
            answer = ExtensionOut.model_validate(earlier)
    return answer


async def _answer_request(tx: AsyncConnection, period_id: UUID, extension: domain.Extension, request_id: UUID | None) -> None:
    """The unit's open request is granted by the extension, whether or not it was named."""
    if request_id is not None:
        asked: ExtensionRequest | None = await requests.load(tx, period_id, request_id, [extension.unit_code])
    else:
        asked = await requests.open_of_unit(tx, period_id, extension.unit_code)
    if asked is not None:
        await requests.save_decision(tx, grant(asked, extension.number, extension.given_by, extension.given_at))


@router.get("/{period_id}/extensions")
async def list_extensions(
    period_id: UUID, actor: MayReadExtensions, ctx: Ctx, limit: Limit = 50, after: After = None
) -> Page[ExtensionOut]:
    """Các lần gia hạn đã cho; đơn vị chỉ thấy của mình."""
    async with ctx.snapshot() as tx:
        domain.visible_to(await store.load_period(tx, period_id), actor.kind)
        found = await store.list_extensions(tx, period_id, units_seen_by(actor), after_number(after), limit + 1)
    rows = [ExtensionOut.model_validate(e) for e in found[:limit]]
    return Page(items=rows, next=cursor_of(rows[-1].number) if len(found) > limit else None)
