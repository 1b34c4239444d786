"""HTTP operations of publication (a manager's) and of what everybody may see."""

from typing import Annotated
from uuid import UUID

from fastapi import Path, Query, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import Decision
from chamdiem_kit import outbox
from chamdiem_kit.access import PUBLIC, Actor
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import Retry, RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, cursor_of, page_by_id
from chamdiem_ranking.access import MayPublish, require_for_all
from chamdiem_ranking.earlier import store as earlier
from chamdiem_ranking.publication import store
from chamdiem_ranking.publication.bodies import (
    CheckOut,
    CorrectIn,
    DecisionIn,
    GroupOut,
    PublicationOut,
    PublishedOut,
    PublishIn,
    check_out,
    publication_out,
    published_line,
)
from chamdiem_ranking.publication.domain import FingerprintUnknown, PublicationUnknown, require_publishable, require_reason
from chamdiem_ranking.publication.fields import fields_published
from chamdiem_ranking.publication.freezing import freeze
from chamdiem_ranking.result import events, reading
from chamdiem_ranking.result import store as results
from chamdiem_ranking.result.bodies import ResultOut, place_of, result_out
from chamdiem_ranking.result.domain import ResultStatus

router = service_router("ranking", tags=["publication"])


@router.post("/periods/{period_id}/publish", status_code=201)
async def publish(
    period_id: UUID, body: PublishIn, actor: MayPublish, ctx: Ctx, expected: ExpectedVersion, retry: RetryProtection, response: Response
) -> ResultOut:
    """Công bố kết quả Hội đồng đã thống nhất, theo quyết định; kỳ diễn tập không bao giờ được công bố."""
    return await _publish(ctx, period_id, actor, body.decision, expected, retry, response)


@router.post("/periods/{period_id}/corrections", status_code=201)
async def correct(
    period_id: UUID, body: CorrectIn, actor: MayPublish, ctx: Ctx, expected: ExpectedVersion, retry: RetryProtection, response: Response
) -> ResultOut:
    """Công bố bản đính chính sau khi số liệu đã thay đổi và được thống nhất lại; bản cũ vẫn được giữ."""
    require_reason(body.reason)
    return await _publish(ctx, period_id, actor, body.decision, expected, retry, response, correction=body.reason)


async def _publish(
    ctx: Service,
    period_id: UUID,
    actor: Actor,
    decision: DecisionIn,
    expected: int,
    retry: Retry,
    response: Response,
    *,
    correction: str | None = None,
) -> ResultOut:
    require_for_all(actor)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            published = await _publish_once(tx, period_id, actor, decision, expected, correction)
            await retry.keep(tx, actor.account_id, published.model_dump(mode="json"))
        else:
            published = ResultOut.model_validate(earlier)
    set_etag(response, published.version)
    return published


async def _publish_once(
    tx: AsyncConnection, period_id: UUID, actor: Actor, decision: DecisionIn, expected: int, correction: str | None
) -> ResultOut:
    reader = reading.reader_of(actor)
    result = await results.load_result(tx, period_id, lock=True)
    present = await reading.period(tx, period_id, reader)
    require_version(expected, present.version, result_out(present, actor).model_dump(mode="json"))
    require_publishable(
        result.status if result else None,
        rehearsal=present.rehearsal,
        published_before=await store.has_any(tx, period_id),
        correction=correction is not None,
    )
    assert result is not None
    told = Decision(number=decision.number, issued_on=decision.issued_on, file_sha256=decision.file_sha256)
    await freeze(tx, present, reader, decision=told, reason=correction or "", published_by=actor.account_id)
    version = await results.save_result(
        tx,
        result,
        ResultStatus.PUBLISHED,
        waiting_for=(),
        aggregated_at=result.aggregated_at,
        result_version=result.result_version,
        reason=correction or f"Công bố theo Quyết định số {decision.number} ngày {decision.issued_on:%d/%m/%Y}.",
        changed_by=actor.account_id,
    )
    rows = await results.told_rows(tx, period_id)
    event = events.told(
        period_id,
        ResultStatus.PUBLISHED,
        rows,
        version=version,
        result_version=result.result_version,
        aggregated_at=result.aggregated_at,
        decision=told,
    )
    await outbox.add(tx, event)
    return result_out(await reading.period(tx, period_id, reader), actor)


@router.get("/published", openapi_extra=PUBLIC)
async def list_published(ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[PublicationOut]:
    """Các kỳ đã công bố kết quả, bản mới nhất của từng kỳ."""
    async with ctx.snapshot() as tx:
        found = await store.newest(tx, after=after_id(after), limit=limit + 1)
    rows, next_ = page_by_id(found, limit, lambda row: row.period_id)
    return Page(items=[publication_out(row) for row in rows], next=next_)


@router.get("/published/{period_id}", openapi_extra=PUBLIC)
async def get_published(
    period_id: UUID,
    ctx: Ctx,
    version: Annotated[int | None, Query(ge=1, lt=2**31, description="Bản công bố; trống là bản mới nhất")] = None,
    group: Annotated[str | None, Query(max_length=200, pattern=r"^[^\x00]*$", description="Nhóm xếp hạng")] = None,
    limit: Limit = 100,
    after: After = None,
) -> PublishedOut:
    """Kết quả đã công bố của một kỳ: thứ hạng, điểm và điểm theo lĩnh vực của từng đơn vị."""
    async with ctx.snapshot() as tx:
        publication = await store.of_period(tx, period_id, version)
        if publication is None:
            raise PublicationUnknown("Kỳ này chưa được công bố, hoặc không có bản công bố này.")
        found = await store.lines(tx, publication, group=group, after=place_of(after), limit=limit + 1)
        groups = await store.groups(tx, publication)
        previous = await earlier.previous_ranks(tx, publication.program, publication.year)
        fields = await fields_published(tx, publication)
    rows = found[:limit]
    return PublishedOut(
        items=[published_line(row.body, previous) for row in rows],
        next=cursor_of(rows[-1].ranking_group, rows[-1].place) if len(found) > limit else None,
        publication=publication_out(publication),
        groups=[GroupOut(ranking_group=g.ranking_group, units=g.units) for g in groups],
        fields=fields,
        previous_year_known=bool(previous),
    )


@router.get("/check/{fingerprint}", openapi_extra=PUBLIC)
async def check_fingerprint(
    fingerprint: Annotated[str, Path(max_length=100, description="Mã in trên văn bản: 64 chữ số thập lục phân")], ctx: Ctx
) -> CheckOut:
    """Kiểm tra mã in trên văn bản: đó là văn bản nào, còn hiệu lực không."""
    async with ctx.snapshot() as tx:
        found = await store.check(tx, fingerprint.lower().replace("\x00", ""))
    if found is None:
        raise FingerprintUnknown("Hãy kiểm tra lại mã; nếu mã đúng, văn bản không do hệ thống này lập.")
    return check_out(found)
