"""Sending, reopening, extending the phase, and what is missing."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from fastapi import Response
from pydantic import AwareDatetime, BaseModel, ConfigDict

from chamdiem_appraisal.access import LEAD, MayExtendPhase, MayReadAppraisal, MayReadProgress, MayReopen, MaySendAppraisal, sight_of
from chamdiem_appraisal.assignment import events as assignment_events
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.reading import AppraisalOut, read_appraisal
from chamdiem_appraisal.cursors import one_id, one_number, sheet_and_position
from chamdiem_appraisal.known import store as known
from chamdiem_appraisal.known.routes import PeriodNotFound
from chamdiem_appraisal.scoring import store as scores
from chamdiem_appraisal.sending import domain, store
from chamdiem_appraisal.sending.telling import tell_questions, tell_sheets
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import judged_now, real_now
from chamdiem_kit.etag import set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, cursor_of
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text

router = service_router("appraisal", tags=["sending"])


class MissingOut(BaseModel):
    """Một tiêu chí được phân công chưa có điểm thẩm định."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    item: str


class SheetToSendOut(BaseModel):
    """Một phiếu sẽ được khóa; `differs`: số điểm khác điểm tự chấm, `agreed_claims`: số tiêu chí đồng ý không áp dụng."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    is_final: bool
    assigned: int
    scored: int
    differs: int
    agreed_claims: int
    adjustments: int
    confirmed: int
    knock_outs: int
    questions: int


class MemberToLockOut(BaseModel):
    """Một tài khoản của cơ quan sẽ hết quyền chấm."""

    account_id: UUID
    holder_name: str
    username: str
    is_lead: bool


class ObstacleOut(BaseModel):
    """Điều còn ngăn việc gửi, và phải làm gì."""

    type: str
    title: str
    detail: str


class SendingOut(BaseModel):
    """Gửi lúc này thì khóa những gì: phiếu nào, tài khoản nào, ở vòng nào; `is_last`: sau đó không còn vòng nào.

    `lock_scope`: tài khoản bị khóa đăng nhập hay chỉ khóa ghi; `answers_until`: đơn vị trả lời các câu hỏi đến lúc nào.
    """

    round: int
    last_round: int
    is_last: bool
    lock_scope: str
    answers_until: datetime | None
    questions: int
    unconfirmed: int
    sheets: Sequence[SheetToSendOut]
    members: Sequence[MemberToLockOut]
    obstacles: Sequence[ObstacleOut]


class ReasonIn(BaseModel):
    """Lý do, bắt buộc."""

    model_config = ConfigDict(extra="forbid")

    reason: str


class PhaseExtensionIn(BaseModel):
    """Thời hạn mới của giai đoạn thẩm định và lý do."""

    model_config = ConfigDict(extra="forbid")

    to: AwareDatetime
    reason: str


class PhaseExtensionOut(BaseModel):
    """Một lần gia hạn giai đoạn thẩm định đã ghi."""

    id: UUID
    period_id: UUID
    to: datetime
    reason: str
    given_by: UUID
    given_at: datetime


class AppraisalEventOut(BaseModel):
    """Một lần mở, gửi hoặc mở lại."""

    act: str
    round: int
    version: int
    reason: str
    changed_by: UUID | None
    changed_at: datetime


@router.get("/appraisals/{appraisal_id}/sending")
async def preview_sending(appraisal_id: UUID, actor: MaySendAppraisal, ctx: Ctx) -> SendingOut:
    """Gửi lúc này thì khóa những gì, và điều gì còn ngăn việc gửi."""
    async with ctx.snapshot() as tx:
        sight = sight_of(actor).parameters
        appraisal, period = assignment.appraisal_and_period(await assignment.load_in_sight(tx, sight, appraisal_id))
        readiness = await store.readiness(tx, appraisal)
        sheets = await store.sheets_to_send(tx, sight, appraisal)
        members = await store.members_of(tx, appraisal.appraiser_code)
        now = period.judged_at
    obstacles = domain.obstacles(appraisal, period, readiness)
    window = period.window_after(appraisal.round)
    return SendingOut(
        round=appraisal.round,
        last_round=period.last_round,
        is_last=readiness.asked == 0 or appraisal.round >= period.last_round,
        lock_scope=period.lock_scope,
        answers_until=window.closes_at if window and readiness.asked else None,
        questions=readiness.asked,
        unconfirmed=sum(sheet.adjustments - sheet.confirmed for sheet in sheets),
        sheets=[SheetToSendOut.model_validate(sheet, from_attributes=True) for sheet in sheets],
        members=[
            MemberToLockOut(account_id=m.account_id, holder_name=m.holder_name, username=m.username, is_lead=LEAD in m.roles_at(now))
            for m in members
        ],
        obstacles=[ObstacleOut(type=o.problem_type, title=o.problem_title, detail=o.detail) for o in obstacles],
    )


@router.post("/appraisals/{appraisal_id}/send")
async def send_appraisal(appraisal_id: UUID, actor: MaySendAppraisal, ctx: Ctx, response: Response) -> AppraisalOut:
    """Gửi kết quả thẩm định của vòng; gửi xong thì hết quyền sửa (Điều 10.3), có yêu cầu giải trình thì còn vòng sau."""
    async with ctx.transaction() as tx:
        appraisal, period = await assignment.lock_own(tx, appraisal_id, actor.appraiser_code)
        readiness = await store.readiness(tx, appraisal)
        now = judged_now(period.clock_at, await real_now(tx))
        sent = domain.send_appraisal(appraisal, period, readiness, now)
        await assignment.save(tx, sent)
        await assignment.log(tx, [sent], "sent", changed_by=actor.account_id)
        if period.clarification_rounds:
            await scores.keep_round(tx, sent.id, appraisal.round)
            await tell_questions(tx, sent, appraisal.round, now)
        sheets = await tell_sheets(tx, sent)
        await outbox.add(tx, assignment_events.sent(sent, period, sheets))
        answer = await read_appraisal(tx, actor, appraisal_id)
    set_etag(response, answer.version)
    return answer


@router.post("/appraisals/{appraisal_id}/reopen")
async def reopen_appraisal(appraisal_id: UUID, body: ReasonIn, actor: MayReopen, ctx: Ctx, response: Response) -> AppraisalOut:
    """Mở lại kết quả thẩm định đã gửi, có lý do; phiếu của đơn vị của chính người mở vẫn đóng."""
    reason = _text(body.reason)
    async with ctx.transaction() as tx:
        await assignment.load_in_sight(tx, sight_of(actor).parameters, appraisal_id)
        appraisal, period = await assignment.lock_any(tx, appraisal_id)
        units = await store.units_of(tx, appraisal_id)
        reopened = domain.reopen_appraisal(
            appraisal,
            reason,
            conflicted={unit for unit in units if actor.conflicted_with(unit)},
            units=units,
            result=await store.result_status(tx, period.id),
        )
        await assignment.save(tx, reopened)
        await assignment.log(tx, [reopened], "reopened", reason=reason, changed_by=actor.account_id)
        await outbox.add(tx, assignment_events.reopened(reopened, period, reason))
        answer = await read_appraisal(tx, actor, appraisal_id)
    set_etag(response, answer.version)
    return answer


@router.get("/appraisals/{appraisal_id}/missing")
async def list_missing(appraisal_id: UUID, actor: MayReadProgress, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[MissingOut]:
    """Danh sách tiêu chí được phân công còn thiếu điểm."""
    sight = sight_of(actor).parameters
    async with ctx.snapshot() as tx:
        await assignment.load_in_sight(tx, sight, appraisal_id)
        rows = await store.missing_in_sight(tx, sight, appraisal_id, sheet_and_position(after), limit + 1)
    page = rows[:limit]
    following = cursor_of(str(page[-1].sheet_id), page[-1].position) if len(rows) > limit else None
    return Page(items=[MissingOut.model_validate(row, from_attributes=True) for row in page], next=following)


@router.get("/appraisals/{appraisal_id}/history")
async def list_appraisal_history(
    appraisal_id: UUID, actor: MayReadAppraisal, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[AppraisalEventOut]:
    """Các lần mở, gửi và mở lại kết quả thẩm định."""
    sight = sight_of(actor).parameters
    async with ctx.snapshot() as tx:
        await assignment.load_in_sight(tx, sight, appraisal_id)
        rows = await store.history_in_sight(tx, sight, appraisal_id, one_number(after), limit + 1)
    page = rows[:limit]
    following = cursor_of(page[-1].id) if len(rows) > limit else None
    return Page(items=[AppraisalEventOut.model_validate(row, from_attributes=True) for row in page], next=following)


@router.post("/periods/{period_id}/phase-extension", status_code=201)
async def extend_phase(
    period_id: UUID, body: PhaseExtensionIn, actor: MayExtendPhase, ctx: Ctx, retry: RetryProtection
) -> PhaseExtensionOut:
    """Gia hạn giai đoạn thẩm định, có lý do."""
    reason = _text(body.reason)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return PhaseExtensionOut.model_validate(known.read_json(earlier))
        if not await known.lock_period(tx, period_id):
            raise PeriodNotFound("Kỳ đánh giá chưa được mở hoặc chưa chuyển đến; hãy thử lại sau ít phút.")
        period = await known.load_period(tx, period_id)
        assert period is not None
        domain.extend_phase(period, body.to, reason, await store.result_status(tx, period_id))
        row = await store.save_extension(tx, period_id, body.to, reason, actor.account_id)
        answer = _extension(row)
        await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    return answer


@router.get("/periods/{period_id}/phase-extensions")
async def list_phase_extensions(
    period_id: UUID, _: MayReadProgress, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[PhaseExtensionOut]:
    """Các lần gia hạn giai đoạn thẩm định của kỳ."""
    async with ctx.snapshot() as tx:
        if await known.load_period(tx, period_id) is None:
            raise PeriodNotFound("Kỳ đánh giá chưa được mở hoặc chưa chuyển đến; hãy thử lại sau ít phút.")
        rows = await store.extensions_of(tx, period_id, one_id(after), limit + 1)
    page = rows[:limit]
    following = cursor_of(str(page[-1].id)) if len(rows) > limit else None
    return Page(items=[_extension(row) for row in page], next=following)


def _extension(row: object) -> PhaseExtensionOut:
    return PhaseExtensionOut.model_validate({**row._mapping, "to": row.to_at})  # type: ignore[attr-defined]  # a database row


def _text(reason: str) -> str:
    try:
        return clean_text(reason, "reason")
    except Refused as refused:
        raise as_invalid("appraisal", refused) from refused
