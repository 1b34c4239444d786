"""HTTP operations of the council: sessions, agreement by item, agreement on the whole result (Điều 11.2)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_contracts.ranking import CouncilSessionClosedV1, CouncilSessionOpenedV1
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, BadCursor, Limit, Page, after_id, cursor_of, key_of, page_by_id
from chamdiem_kit.texts import CleanText
from chamdiem_ranking.access import MayAgree, MayReadCouncil, MayRecordAgreement, MayRunCouncil, require_for_all
from chamdiem_ranking.council import store
from chamdiem_ranking.council.domain import ItemUnknown, SessionClosed, require_aggregated, require_agreeable, require_note
from chamdiem_ranking.council.items import CouncilSetOut, council_set
from chamdiem_ranking.result import events, reading
from chamdiem_ranking.result import store as results
from chamdiem_ranking.result.bodies import ResultOut, result_out
from chamdiem_ranking.result.domain import ResultStatus

router = service_router("ranking", tags=["council"])

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class SessionOut(BaseModel):
    """Một phiên họp Hội đồng; trong phiên, thành viên đã bị khóa được đăng nhập để xem và cho ý kiến."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    period_id: UUID
    opened_by_name: str
    opened_at: datetime
    closed_at: datetime | None
    version: int


class AgreementIn(BaseModel):
    """Ý kiến về một tiêu chí hoặc mục điểm; `item` trống là về toàn bộ kết quả. Không thống nhất thì phải nêu nội dung."""

    model_config = ConfigDict(extra="forbid")

    item: CleanText = Field(default="", max_length=200)
    agrees: bool
    note: CleanText = Field(default="", max_length=10_000)


class AgreementOut(BaseModel):
    """Một ý kiến của thành viên Hội đồng."""

    model_config = ConfigDict(from_attributes=True)

    account_id: UUID
    holder_name: str
    item: str
    agrees: bool
    note: str
    result_version: int
    version: int
    given_at: datetime


class AgreeIn(BaseModel):
    """Kết luận của Hội đồng: mã SHA-256 của biên bản họp (nếu có tệp) và ghi chú."""

    model_config = ConfigDict(extra="forbid")

    minutes_sha256: Sha256 | None = None
    note: CleanText = Field(default="", max_length=10_000)


@router.post("/periods/{period_id}/council-sessions", status_code=201)
async def open_council_session(period_id: UUID, actor: MayRunCouncil, ctx: Ctx, retry: RetryProtection, response: Response) -> SessionOut:
    """Mở phiên họp Hội đồng thẩm định khi kết quả đã tổng hợp."""
    require_for_all(actor)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            await reading.period(tx, period_id, reading.reader_of(actor))
            result = await results.load_result(tx, period_id, lock=True)
            require_aggregated(result.status if result else None)
            session = SessionOut.model_validate(await store.open_session(tx, period_id, actor.account_id, actor.holder_name))
            opened = CouncilSessionOpenedV1(version=session.version, session_id=session.id, period_id=period_id, open=True)
            await outbox.add(tx, opened)
            await retry.keep(tx, actor.account_id, session.model_dump(mode="json"))
        else:
            session = SessionOut.model_validate(earlier)
    set_etag(response, session.version)
    return session


@router.get("/periods/{period_id}/council-sessions")
async def list_council_sessions(
    period_id: UUID, actor: MayReadCouncil, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[SessionOut]:
    """Các phiên họp Hội đồng của kỳ."""
    require_for_all(actor)
    async with ctx.snapshot() as tx:
        await reading.period(tx, period_id, reading.reader_of(actor))
        found = await store.list_of_period(tx, period_id, after=after_id(after), limit=limit + 1)
    rows, next_ = page_by_id(found, limit, lambda row: row.id)
    return Page(items=[SessionOut.model_validate(row) for row in rows], next=next_)


@router.get("/council-sessions/{session_id}")
async def get_council_session(session_id: UUID, actor: MayReadCouncil, ctx: Ctx, response: Response) -> SessionOut:
    """Một phiên họp Hội đồng."""
    require_for_all(actor)
    async with ctx.snapshot() as tx:
        session = SessionOut.model_validate(await store.load(tx, session_id))
    set_etag(response, session.version)
    return session


@router.post("/council-sessions/{session_id}/close")
async def close_council_session(
    session_id: UUID, actor: MayRunCouncil, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> SessionOut:
    """Kết thúc phiên họp; khóa sau thẩm định có hiệu lực trở lại."""
    require_for_all(actor)
    async with ctx.transaction() as tx:
        present = SessionOut.model_validate(await store.load(tx, session_id, "update"))
        require_version(expected, present.version, present.model_dump(mode="json"))
        if present.closed_at is not None:
            raise SessionClosed("Muốn họp tiếp, hãy mở phiên mới.")
        session = SessionOut.model_validate(await store.close_session(tx, session_id, actor.account_id))
        closed = CouncilSessionClosedV1(version=session.version, session_id=session.id, period_id=session.period_id, open=False)
        await outbox.add(tx, closed)
    set_etag(response, session.version)
    return session


@router.post("/council-sessions/{session_id}/agreements")
async def give_agreement(session_id: UUID, body: AgreementIn, actor: MayAgree, ctx: Ctx) -> AgreementOut:
    """Thống nhất hoặc không thống nhất về một tiêu chí, hoặc về toàn bộ kết quả; ý kiến sau thay ý kiến trước."""
    require_note(body.agrees, body.note)
    async with ctx.transaction() as tx:
        session = await store.load(tx, session_id, "share")
        if session.closed_at is not None:
            raise SessionClosed("Hãy đề nghị Sở Nội vụ mở phiên mới.")
        result = await results.load_result(tx, session.period_id)
        require_aggregated(result.status if result else None)
        rules = await reading.rules_of_period(tx, session.period_id)
        if body.item and not any(body.item in s.items for s in rules.sets.values()):
            raise ItemUnknown("Hãy chọn mã tiêu chí hoặc mục điểm có trong bộ tiêu chí.")
        said = await store.save_agreement(
            tx,
            session_id,
            actor.account_id,
            item=body.item,
            agrees=body.agrees,
            note=body.note,
            holder_name=actor.holder_name,
            result_version=result.result_version if result else 1,
            given_at=await real_now(tx),
        )
    return AgreementOut.model_validate(said)


@router.get("/council-sessions/{session_id}/agreements")
async def list_agreements(session_id: UUID, actor: MayReadCouncil, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[AgreementOut]:
    """Ý kiến của các thành viên trong phiên họp."""
    require_for_all(actor)
    start = None if after is None else _said_of(after)
    async with ctx.snapshot() as tx:
        await store.load(tx, session_id)
        found = await store.agreements(tx, session_id, after=start, limit=limit + 1)
    rows = found[:limit]
    next_ = cursor_of(rows[-1].item, str(rows[-1].account_id)) if len(found) > limit else None
    return Page(items=[AgreementOut.model_validate(row) for row in rows], next=next_)


@router.get("/periods/{period_id}/council-items")
async def list_council_items(period_id: UUID, actor: MayReadCouncil, ctx: Ctx) -> list[CouncilSetOut]:
    """Từng tiêu chí, mục điểm của kỳ với điểm trung bình, cao nhất, thấp nhất, để Hội đồng cho ý kiến."""
    require_for_all(actor)
    reader = reading.reader_of(actor)
    async with ctx.snapshot() as tx:
        present = await reading.period(tx, period_id, reader)
        if not reader.sees_provisional:
            require_aggregated(ResultStatus(present.status))
        rules = await reading.rules_of_period(tx, period_id)
        found = await store.items(tx, period_id)
    by_set: dict[UUID, dict[str, Any]] = {}
    for row in found:
        by_set.setdefault(row.criteria_set_id, {})[row.item] = row
    return [council_set(criteria_set, by_set.get(id_, {})) for id_, criteria_set in rules.sets.items()]


@router.post("/periods/{period_id}/agree")
async def agree_on_result(
    period_id: UUID, body: AgreeIn, actor: MayRecordAgreement, ctx: Ctx, expected: ExpectedVersion, response: Response
) -> ResultOut:
    """Ghi nhận Hội đồng thống nhất kết quả đã tổng hợp (Điều 11.2), kèm biên bản; số liệu thay đổi sau đó thì phải thống nhất lại."""
    require_for_all(actor)
    reader = reading.reader_of(actor)
    async with ctx.transaction() as tx:
        result = await results.load_result(tx, period_id, lock=True)
        present = await reading.period(tx, period_id, reader)
        require_version(expected, present.version, result_out(present, actor).model_dump(mode="json"))
        require_agreeable(result.status if result else None)
        assert result is not None
        version = await results.save_result(
            tx,
            result,
            ResultStatus.AGREED,
            waiting_for=(),
            aggregated_at=result.aggregated_at,
            result_version=result.result_version,
            reason=body.note or "Hội đồng thống nhất kết quả.",
            minutes_sha256=body.minutes_sha256,
            changed_by=actor.account_id,
        )
        rows = await results.told_rows(tx, period_id)
        await outbox.add(
            tx,
            events.told(
                period_id,
                ResultStatus.AGREED,
                rows,
                version=version,
                result_version=result.result_version,
                aggregated_at=result.aggregated_at,
            ),
        )
        agreed = result_out(await reading.period(tx, period_id, reader), actor)
    set_etag(response, agreed.version)
    return agreed


def _said_of(cursor: str) -> tuple[str, UUID]:
    item, account = key_of(cursor, (str, str))
    try:
        return item, UUID(account)
    except ValueError as fault:
        raise BadCursor("Hãy lấy lại trang từ đầu.") from fault
