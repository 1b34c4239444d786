"""HTTP operations on requests for extensions; granting is giving the extension (`extension`)."""

from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayAskExtension, MayGiveExtension, MayReadExtensions, Right, units_seen_by
from chamdiem_assessment.extension_request import domain, store
from chamdiem_assessment.period import store as periods
from chamdiem_assessment.period.domain import require_unit, visible_to
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.instants import Instant
from chamdiem_kit.paging import After, Limit, Page, after_id, cursor_of
from chamdiem_kit.texts import CleanText

router = service_router("assessment", "/periods", tags=["extension-requests"])


class ExtensionRequestIn(BaseModel):
    """Đề nghị gia hạn: đến khi nào, vì sao."""

    model_config = ConfigDict(extra="forbid")

    to: Instant
    reason: CleanText


class RefusalIn(BaseModel):
    """Lý do từ chối."""

    model_config = ConfigDict(extra="forbid")

    reason: CleanText


class ExtensionRequestOut(BaseModel):
    """Một đề nghị gia hạn và kết quả: open đang chờ, granted đã gia hạn, refused bị từ chối, withdrawn đã rút."""

    id: UUID
    unit_code: str
    unit_name: str
    to: AwareDatetime
    reason: str
    asked_by: UUID
    asked_by_name: str
    asked_at: AwareDatetime
    status: Literal["open", "granted", "refused", "withdrawn"]
    decided_by: UUID | None
    decided_by_name: str
    decided_at: AwareDatetime | None
    decision_reason: str
    extension_number: int | None
    allowed_actions: list[str]


@router.post("/{period_id}/extension-requests", status_code=201)
async def ask_extension(
    period_id: UUID, body: ExtensionRequestIn, actor: MayAskExtension, ctx: Ctx, retry: RetryProtection
) -> ExtensionRequestOut:
    """Lãnh đạo đơn vị đề nghị gia hạn, đến trước khi tổng hợp kết quả; mỗi đơn vị một đề nghị đang chờ trong một kỳ."""
    unit_code = actor.unit_code or ""
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return ExtensionRequestOut.model_validate(earlier)
        now = await real_now(tx)
        period = visible_to(await periods.load_period(tx, period_id, "share"), actor.kind)
        sheets = await periods.list_sheets(tx, period_id, [unit_code])
        require_unit(unit_code, {s["unit_code"] for s in sheets}, is_known=True)
        domain.require_askable(period, unit_code, body.to, body.reason, period.now(now))
        asked = await store.add(tx, period_id, unit_code, to=body.to, reason=body.reason, by=actor.account_id, now=now)
        answer = await _one(tx, asked, actor)
        await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    return answer


@router.get("/{period_id}/extension-requests")
async def list_extension_requests(
    period_id: UUID,
    actor: MayReadExtensions,
    ctx: Ctx,
    status: Literal["open", "granted", "refused", "withdrawn"] | None = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[ExtensionRequestOut]:
    """Các đề nghị gia hạn của kỳ, cũ nhất trước; đơn vị chỉ thấy của mình."""
    async with ctx.snapshot() as tx:
        visible_to(await periods.load_period(tx, period_id), actor.kind)
        found = await store.list_of_period(tx, period_id, units_seen_by(actor), status=status, after=after_id(after), limit=limit + 1)
    rows = [_out(listed, actor) for listed in found[:limit]]
    return Page(items=rows, next=cursor_of(str(rows[-1].id)) if len(found) > limit else None)


@router.post("/{period_id}/extension-requests/{request_id}/refuse")
async def refuse_extension(period_id: UUID, request_id: UUID, body: RefusalIn, actor: MayGiveExtension, ctx: Ctx) -> ExtensionRequestOut:
    """Từ chối một đề nghị gia hạn, kèm lý do; đồng ý thì gia hạn cho đơn vị."""
    async with ctx.transaction() as tx:
        request = await store.load(tx, period_id, request_id, units_seen_by(actor))
        is_conflicted = actor.conflicted_with(request.unit_code)
        refused = domain.refuse(request, body.reason, actor.account_id, await real_now(tx), is_conflicted=is_conflicted)
        await store.save_decision(tx, refused)
        answer = await _one(tx, refused, actor)
    return answer


@router.post("/{period_id}/extension-requests/{request_id}/withdraw")
async def withdraw_extension_request(period_id: UUID, request_id: UUID, actor: MayAskExtension, ctx: Ctx) -> ExtensionRequestOut:
    """Lãnh đạo đơn vị rút đề nghị gia hạn đang chờ."""
    async with ctx.transaction() as tx:
        request = await store.load(tx, period_id, request_id, [actor.unit_code or ""])
        withdrawn = domain.withdraw(request, actor.account_id, await real_now(tx))
        await store.save_decision(tx, withdrawn)
        answer = await _one(tx, withdrawn, actor)
    return answer


async def _one(tx: AsyncConnection, request: domain.ExtensionRequest, actor: Actor) -> ExtensionRequestOut:
    (listed,) = await store.list_of_period(tx, request.period_id, None, request_id=request.id)
    return _out(listed, actor)


def _out(listed: store.ListedRequest, actor: Actor) -> ExtensionRequestOut:
    request = listed.request
    decides = actor.may(Right.GIVE_EXTENSION) and not actor.conflicted_with(request.unit_code)
    is_own = actor.may(Right.ASK_EXTENSION) and actor.unit_code == request.unit_code
    return ExtensionRequestOut(
        id=request.id,
        unit_code=request.unit_code,
        unit_name=listed.unit_name,
        to=request.to,
        reason=request.reason,
        asked_by=request.asked_by,
        asked_by_name=listed.asked_by_name,
        asked_at=request.asked_at,
        status=request.status.value,
        decided_by=request.decided_by,
        decided_by_name=listed.decided_by_name,
        decided_at=request.decided_at,
        decision_reason=request.decision_reason,
        extension_number=request.extension_number,
        allowed_actions=domain.allowed_actions(request, decides=decides, is_own=is_own),
    )
