"""HTTP operations of publication (a manager's) and of what everybody may see."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_contracts.assessment import Decision
from chamdiem_kit import outbox
from chamdiem_kit.access import PUBLIC, Actor
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import Retry, RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, cursor_of, page_by_id
from chamdiem_kit.texts import CleanText
from chamdiem_ranking.access import MayPublish, require_for_all
from chamdiem_ranking.publication import store
from chamdiem_ranking.publication.domain import FingerprintUnknown, PublicationUnknown, require_publishable, require_reason
from chamdiem_ranking.publication.freezing import freeze
from chamdiem_ranking.result import events, reading
from chamdiem_ranking.result import store as results
from chamdiem_ranking.result.bodies import ResultOut, place_of, result_out
from chamdiem_ranking.result.domain import ResultStatus

router = service_router("ranking", tags=["publication"])


class DecisionIn(BaseModel):
    """Quyết định công bố: số, ngày và mã SHA-256 của tệp đã ký (nếu có)."""

    model_config = ConfigDict(extra="forbid")

    number: CleanText = Field(min_length=1, max_length=200, pattern=r"\S")
    issued_on: date
    file_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None


class PublishIn(BaseModel):
    """Công bố lần đầu."""

    model_config = ConfigDict(extra="forbid")

    decision: DecisionIn


class CorrectIn(BaseModel):
    """Công bố bản đính chính, kèm lý do."""

    model_config = ConfigDict(extra="forbid")

    decision: DecisionIn
    reason: CleanText = Field(max_length=10_000)


class DecisionOut(BaseModel):
    number: str
    issued_on: date
    file_sha256: str | None


class PublicationOut(BaseModel):
    """Một lần công bố; `newest_version` lớn hơn `result_version` nghĩa là đã có bản đính chính."""

    model_config = ConfigDict(from_attributes=True)

    period_id: UUID
    program: str
    year: int
    result_version: int
    newest_version: int
    decision: DecisionOut
    reason: str
    published_at: datetime
    fingerprint: str


class PublishedLineOut(BaseModel):
    """Kết quả đã công bố của một đơn vị."""

    ranking_group: str
    rank: int | None
    unit_code: str
    unit_name: str
    set_code: str
    self_total: str
    appraised_total: str
    survey_total: str
    bonus: str
    deduction: str
    final_score: str
    applicable_max: str
    index_percent: str
    index_exact: str
    level: str
    level_title: str
    knocked_out_by: list[str]
    field_totals: dict[str, str]


class GroupOut(BaseModel):
    ranking_group: str
    units: int


class PublishedOut(Page[PublishedLineOut]):
    """Một lần công bố với các nhóm xếp hạng và từng dòng kết quả."""

    publication: PublicationOut
    groups: list[GroupOut]


class CheckOut(BaseModel):
    """Văn bản mang mã kiểm tra này là gì, và còn hiệu lực không (`superseded`: đã có bản đính chính)."""

    fingerprint: str
    kind: Literal["ranking", "publication", "self_assessment", "appraisal_record"]
    title: str
    program: str | None
    year: int | None
    rehearsal: bool
    ranking_group: str | None
    unit_code: str | None
    unit_name: str | None
    result_version: int | None
    superseded: bool
    decision: DecisionOut | None
    published_at: datetime | None
    first_at: datetime


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
    require_version(expected, present.version, result_out(present).model_dump(mode="json"))
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
    return result_out(await reading.period(tx, period_id, reader))


@router.get("/published", openapi_extra=PUBLIC)
async def list_published(ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[PublicationOut]:
    """Các kỳ đã công bố kết quả, bản mới nhất của từng kỳ."""
    async with ctx.snapshot() as tx:
        found = await store.newest(tx, after=after_id(after), limit=limit + 1)
    rows, next_ = page_by_id(found, limit, lambda row: row.period_id)
    return Page(items=[_publication(row) for row in rows], next=next_)


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
    rows = found[:limit]
    return PublishedOut(
        items=[PublishedLineOut.model_validate(row.body) for row in rows],
        next=cursor_of(rows[-1].ranking_group, rows[-1].place) if len(found) > limit else None,
        publication=_publication(publication),
        groups=[GroupOut(ranking_group=g.ranking_group, units=g.units) for g in groups],
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
    return _check(found)


_TITLES = {
    "ranking": "Bảng tổng hợp và xếp hạng",
    "publication": "Kết quả xếp hạng đã công bố",
    "self_assessment": "Báo cáo kết quả tự đánh giá, chấm điểm",
    "appraisal_record": "Phiếu thẩm định",
}


def _publication(row: Any) -> PublicationOut:
    return PublicationOut.model_validate({**row._mapping, "decision": row.decision})


def _check(row: Any) -> CheckOut:
    is_report = row.kind in {"self_assessment", "appraisal_record"}
    return CheckOut(
        fingerprint=row.fingerprint,
        kind=row.kind,
        title=_TITLES[row.kind],
        program=row.program,
        year=row.year,
        rehearsal=bool(row.rehearsal),
        ranking_group=row.subject if row.kind == "ranking" else None,
        unit_code=row.subject if is_report else None,
        unit_name=row.unit_name,
        result_version=row.result_version,
        superseded=not is_report and (row.newest_version or 0) > (row.result_version or 0),
        decision=None if row.decision is None else DecisionOut.model_validate(row.decision),
        published_at=row.published_at,
        first_at=row.first_at,
    )
