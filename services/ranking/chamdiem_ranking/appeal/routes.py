"""HTTP operations of appeals: a head's, and Home Affairs' answers."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_kit import outbox
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.texts import CleanText
from chamdiem_ranking.access import MayAnswerAppeal, MayAppeal, MayReadAppeal, require_for_all
from chamdiem_ranking.appeal import events, store
from chamdiem_ranking.appeal.domain import NothingToAppeal, Outcome, OwnAppeal, require_answerable, require_text

router = service_router("ranking", tags=["appeal"])


class AppealIn(BaseModel):
    """Nội dung kiến nghị về kết quả đã công bố của đơn vị mình."""

    model_config = ConfigDict(extra="forbid")

    text: CleanText = Field(max_length=10_000)


class AnswerIn(BaseModel):
    """Trả lời: giữ nguyên (`upheld`) hoặc đã đính chính (`corrected`, sau khi công bố bản đính chính), kèm lý do."""

    model_config = ConfigDict(extra="forbid")

    outcome: Literal["upheld", "corrected"]
    reason: CleanText = Field(max_length=10_000)


class AppealOut(BaseModel):
    """Một kiến nghị về bản công bố `result_version`; `outcome` trống khi chưa trả lời."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    period_id: UUID
    result_version: int
    newest_version: int
    unit_code: str
    unit_name: str
    text: str = Field(validation_alias="body")
    asked_by_name: str
    asked_at: datetime
    outcome: Literal["upheld", "corrected"] | None
    reason: str
    corrected_version: int | None
    answered_by_name: str | None
    answered_at: datetime | None
    version: int


@router.post("/periods/{period_id}/appeals", status_code=201)
async def appeal(period_id: UUID, body: AppealIn, actor: MayAppeal, ctx: Ctx, retry: RetryProtection, response: Response) -> AppealOut:
    """Kiến nghị về kết quả đã công bố của đơn vị mình; mỗi lúc chỉ một kiến nghị chờ trả lời."""
    require_text(body.text)
    unit = actor.unit_code or ""
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            published = await store.published_of(tx, period_id, unit)
            if published is None:
                raise NothingToAppeal("Chỉ kiến nghị được về kết quả đã công bố trên hệ thống có tên đơn vị mình.")
            appeal_id = await store.add(
                tx,
                period_id=period_id,
                result_version=published.result_version,
                unit=unit,
                unit_name=published.unit_name,
                body=body.text,
                asked_by=actor.account_id,
                asked_by_name=actor.holder_name,
            )
        else:
            appeal_id = UUID(earlier["id"])
        row = await store.load(tx, appeal_id, unit=unit)
        made = AppealOut.model_validate(row)
        if earlier is None:
            await outbox.add(tx, events.told(row))
            await retry.keep(tx, actor.account_id, {"id": str(appeal_id)})
    set_etag(response, made.version)
    return made


@router.get("/periods/{period_id}/appeals")
async def list_appeals(period_id: UUID, actor: MayReadAppeal, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[AppealOut]:
    """Các kiến nghị về kết quả của kỳ: người đứng đầu thấy của đơn vị mình, lãnh đạo Sở Nội vụ thấy tất cả."""
    unit = _own(actor)
    async with ctx.snapshot() as tx:
        found = await store.list_of_period(tx, period_id, unit=unit, after=after_id(after), limit=limit + 1)
    rows, next_ = page_by_id(found, limit, lambda row: row.id)
    return Page(items=[AppealOut.model_validate(row) for row in rows], next=next_)


@router.post("/appeals/{appeal_id}/answer")
async def answer_appeal(
    appeal_id: UUID, body: AnswerIn, actor: MayAnswerAppeal, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> AppealOut:
    """Trả lời kiến nghị bằng lý do giữ nguyên, hoặc bằng bản đính chính đã công bố; trả lời một lần."""
    require_for_all(actor)
    require_text(body.reason)
    outcome = Outcome(body.outcome)
    async with ctx.transaction() as tx:
        present = await store.load(tx, appeal_id, unit=None, lock=True)
        if actor.conflicted_with(present.unit_code):
            raise OwnAppeal("Việc của đơn vị mình do người quản lý khác trả lời.")
        require_version(expected, present.version, AppealOut.model_validate(present).model_dump(mode="json"))
        require_answerable(
            present.outcome is not None, outcome, appealed_version=present.result_version, newest_version=present.newest_version
        )
        await store.answer(
            tx,
            appeal_id,
            outcome=outcome.value,
            reason=body.reason,
            corrected_version=present.newest_version if outcome is Outcome.CORRECTED else None,
            answered_by=actor.account_id,
            answered_by_name=actor.holder_name,
        )
        row = await store.load(tx, appeal_id, unit=None)
        await outbox.add(tx, events.told(row))
        answered = AppealOut.model_validate(row)
    set_etag(response, answered.version)
    return answered


def _own(actor: Actor) -> str | None:
    """The one unit whose appeals the account sees; None: all."""
    if actor.kind == "management":
        return actor.only_for_unit
    return actor.unit_code or ""
