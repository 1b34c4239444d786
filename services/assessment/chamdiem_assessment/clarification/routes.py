"""HTTP operations on a unit's answers to what appraisal asked."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from chamdiem_assessment.access import MayAnswer, MayReadSheets, MaySendAnswers, Right
from chamdiem_assessment.clarification import domain, events, store
from chamdiem_assessment.clarification.domain import Asked, Times
from chamdiem_assessment.evidence import store as evidence
from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.evidence.store import reader_of
from chamdiem_assessment.sheet import store as sheets
from chamdiem_assessment.sheet.answer import Owner, evidence_ids
from chamdiem_assessment.sheet.bodies import MAX_FILES, EvidenceOfItemOut, evidence_fields
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import Stale
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import nfc

router: APIRouter = service_router("assessment", "/sheets", tags=["clarification"])


RoundNumber = Annotated[int, Path(alias="round", ge=1, le=2, description="Vòng thẩm định đã hỏi")]


class AnswerIn(BaseModel):
    """Giải trình một tiêu chí: lời giải trình, tài liệu bổ sung, hoặc cả hai."""

    model_config = ConfigDict(extra="forbid")

    text: str = ""
    evidence: list[str] = Field(default_factory=list, max_length=MAX_FILES, description="Mã các tệp tài liệu đã được nhận")


class AnswerOut(BaseModel):
    """Giải trình đã lưu; `sent_at` trống: lãnh đạo đơn vị chưa gửi."""

    text: str
    evidence: list[EvidenceOfItemOut]
    version: int
    saved_by: UUID
    saved_by_name: str
    saved_at: AwareDatetime
    sent_at: AwareDatetime | None


class QuestionOut(BaseModel):
    """Một yêu cầu giải trình của cơ quan thẩm định và trả lời của đơn vị."""

    round: int
    item: str
    appraiser_code: str
    question: str
    asked_at: AwareDatetime
    open: bool
    answer: AnswerOut | None


class WindowOut(BaseModel):
    """Thời gian giải trình sau một vòng thẩm định; trả lời được đến hết `closes_at`."""

    round: int
    opens_at: AwareDatetime
    closes_at: AwareDatetime
    open: bool


class ClarificationsOut(BaseModel):
    """Các yêu cầu giải trình của một phiếu; đơn vị thấy từ khi thời gian giải trình bắt đầu. `allowed_actions`: answer, send."""

    sheet_id: UUID
    windows: list[WindowOut]
    items: list[QuestionOut]
    unanswered: int
    now: AwareDatetime
    allowed_actions: list[str]


class SendingOut(BaseModel):
    """Lần gửi giải trình vừa rồi: bao nhiêu trả lời, lúc nào."""

    sheet_id: UUID
    version: int
    answers: int
    sent_at: AwareDatetime


@router.get("/{sheet_id}/clarifications")
async def list_clarifications(sheet_id: UUID, actor: MayReadSheets, ctx: Ctx) -> ClarificationsOut:
    """Các yêu cầu giải trình của phiếu qua các vòng, kèm trả lời của đơn vị."""
    async with ctx.snapshot() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        times = await store.times_of(tx, sheet_id)
        is_own = actor.unit_code == sheet.of.unit_code
        # What a unit has not sent is its own; what it may not answer yet it does not know yet.
        asked = [a for a in await store.asked_of(tx, sheet_id) if times.has_begun(a.round) or not is_own]
        files = await evidence.by_id(tx, {i for a in asked if a.answer for i in a.answer.evidence_ids})
    items = [_question(a, times, files, with_draft=is_own) for a in asked]
    windows = [
        WindowOut(round=n, opens_at=w.opens_at, closes_at=w.closes_at, open=times.may_answer(n))
        for n, w in enumerate(times.windows, start=1)
    ]
    unanswered = sum(1 for a in asked if times.may_answer(a.round) and not a.is_sent)
    rights = {"answer": Right.ANSWER_CLARIFICATION, "send": Right.SEND_CLARIFICATION}
    return ClarificationsOut(
        sheet_id=sheet_id,
        windows=windows,
        items=items,
        unanswered=unanswered,
        now=times.now,
        allowed_actions=[act for act, right in rights.items() if unanswered and is_own and actor.may(right)],
    )


@router.put("/{sheet_id}/clarifications/{round}/{item}")
async def answer_question(
    sheet_id: UUID,
    round_: RoundNumber,
    item: str,
    body: AnswerIn,
    actor: MayAnswer,
    expected: ExpectedVersion,
    ctx: Ctx,
    response: Response,
) -> QuestionOut:
    """Giải trình một tiêu chí được yêu cầu, trong thời gian giải trình. If-Match là phiên bản của trả lời, "0" khi chưa có."""
    code = nfc(item)
    async with ctx.transaction() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        await store.hold(tx, sheet_id)
        times = await store.times_of(tx, sheet_id)
        question = domain.question_of(await store.asked_of(tx, sheet_id), times, round_, code)
        files = await evidence.by_id(tx, evidence_ids(tuple(body.evidence)))
        try:
            answer = domain.judge_answer(body.text, body.evidence, files, Owner(sheet.of.period_id, sheet.of.unit_code))
        except Refused as refused:
            raise as_invalid("assessment", refused) from refused
        version = await store.save(tx, sheet_id, question, answer, expected=expected, by=actor.account_id, now=times.real_now)
        if version is None:
            known = question.answer.evidence_ids if question.answer else ()
            _refuse_stale(question, expected, times, await evidence.by_id(tx, known))
        saved = domain.question_of(await store.asked_of(tx, sheet_id), times, round_, code)
    set_etag(response, version or 0)
    return _question(saved, times, files, with_draft=True)


@router.post("/{sheet_id}/clarifications/send")
async def send_answers(sheet_id: UUID, actor: MaySendAnswers, ctx: Ctx) -> SendingOut:
    """Gửi giải trình (lãnh đạo đơn vị): mọi yêu cầu đang mở phải được trả lời; gửi xong thì hết quyền sửa."""
    async with ctx.transaction() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        await store.hold(tx, sheet_id)
        times = await store.times_of(tx, sheet_id)
        sent = domain.answers_to_send(await store.asked_of(tx, sheet_id), times)
        version = await store.send(tx, sheet_id, sent, times, actor.account_id)
        asked = await store.asked_of(tx, sheet_id)
        files = await evidence.by_id(tx, {i for a in asked if a.answer for i in a.answer.evidence_ids})
        await outbox.add(tx, events.sent(sheet.of, version, times, asked, files))
    return SendingOut(sheet_id=sheet_id, version=version, answers=len(sent), sent_at=times.now)


def _refuse_stale(question: Asked, expected: int, times: Times, files: dict[UUID, Evidence]) -> None:
    """Raise `Stale` with the answer as it stands, so that nothing of either is lost."""
    shown = _question(question, times, files, with_draft=True).answer
    present = {"version": 0} if shown is None else shown.model_dump(mode="json")
    require_version(expected, question.answer.version if question.answer else 0, present)
    raise Stale("Hãy xem nội dung hiện tại rồi sửa lại.", present=present)


def _question(asked: Asked, times: Times, files: dict[UUID, Evidence], *, with_draft: bool) -> QuestionOut:
    given = asked.answer if asked.is_sent or with_draft else None
    answer = None
    if given is not None:
        answer = AnswerOut(
            text=given.text,
            evidence=[EvidenceOfItemOut.model_validate(evidence_fields(files[i])) for i in given.evidence_ids],
            version=given.version,
            saved_by=given.saved_by,
            saved_by_name=given.saved_by_name,
            saved_at=given.saved_at,
            sent_at=given.sent_at,
        )
    return QuestionOut(
        round=asked.round,
        item=asked.item,
        appraiser_code=asked.appraiser_code,
        question=asked.question,
        asked_at=asked.asked_at,
        open=times.may_answer(asked.round) and not asked.is_sent,
        answer=answer,
    )
