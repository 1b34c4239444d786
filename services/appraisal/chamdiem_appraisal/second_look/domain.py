"""Asking a member to look again, and what the member may answer (rights.md "Appraisal"). Pure.

The answer changes no score: the lead, or whoever the item is given to, takes it over or not.
"""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from chamdiem_appraisal.assignment.domain import NotAssigned
from chamdiem_appraisal.scoring.domain import ItemOnSheet, Kept, ScoreLine, appraise, invalid_line, require_open_item
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound
from chamdiem_rules.appraise import AppraisalInput
from chamdiem_rules.criteria_set import CriteriaSet
from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_text, is_blank


class SecondLookNotFound(NotFound):
    type = "appraisal/second-look-not-found"
    title = "Không có đề nghị xem lại này"


class SecondLookAnswered(Conflict):
    type = "appraisal/second-look-answered"
    title = "Đề nghị xem lại không còn chờ trả lời"


class SecondLookReasonDue(Invalid):
    type = "appraisal/second-look-reason-due"
    title = "Thiếu lý do của đề xuất"


class NothingToLookAt(Conflict):
    type = "appraisal/nothing-to-look-at"
    title = "Mục này chưa được chấm nên chưa có gì để xem lại"


@dataclass(frozen=True)
class AskLine:
    """Whom the lead asks about one item; `account_id` None takes an open question back."""

    sheet_id: UUID
    item: str
    account_id: UUID | None
    note: str


@dataclass(frozen=True)
class AnswerLine:
    """What a member answers: what stands is right, or this should stand instead."""

    sheet_id: UUID
    item: str
    confirmed: bool
    given: AppraisalInput


@dataclass(frozen=True)
class SecondLook:
    """A second look as it stands."""

    account_id: UUID
    note: str
    state: str
    version: int


@dataclass(frozen=True)
class Answer:
    """What is kept of an answer."""

    state: str
    score: Decimal | None = None
    not_applicable: bool = False
    count: int | None = None
    reason: str = ""


def judge_ask(line: AskLine, item: ItemOnSheet | None, criteria_set: CriteriaSet | None, closed_units: frozenset[str]) -> str:
    """The note as it is kept. Raises as `require_open_item`, or `Invalid` for a note that is no text."""
    rule = require_open_item(ScoreLine(line.sheet_id, line.item), item, criteria_set, closed_units)
    if rule.is_system:
        raise invalid_line(Refused("system-item", f"Tiêu chí {rule.code} do hệ thống tính; hãy bỏ dòng này.", "item"))
    try:
        return clean_text(line.note, "note")
    except Refused as refused:
        raise invalid_line(refused) from refused


def judge_answer(
    line: AnswerLine, look: SecondLook | None, member: UUID, item: ItemOnSheet | None, criteria_set: CriteriaSet | None
) -> Answer:
    """What to keep of an answer.

    Raises `SecondLookNotFound` for what the member was not asked, `SecondLookAnswered`, `NotAssigned` for a unit of the person,
    `SecondLookReasonDue` for a proposal without a reason, `NothingToLookAt` for a confirmation of nothing, or what a score is refused with.
    """
    if look is None or look.account_id != member:
        raise SecondLookNotFound("Hãy kiểm tra lại: chỉ thành viên được đề nghị mới trả lời được.")
    if look.state != "open":
        raise SecondLookAnswered("Đề nghị này đã được trả lời hoặc đã rút; hãy tải lại trang.")
    if item is None or not item.is_mine:
        raise NotAssigned("Không được xem lại phiếu của đơn vị mình; hãy báo đầu mối.")
    if line.confirmed:
        if item.version == 0:
            raise NothingToLookAt("Hãy đề xuất điểm kèm lý do, hoặc chờ mục này được chấm.")
        return Answer("confirmed", reason=_text(line.given.reason))
    kept: Kept = appraise(ScoreLine(line.sheet_id, line.item, line.given), item, criteria_set, ())
    if is_blank(kept.reason):
        raise SecondLookReasonDue("Hãy nêu lý do đề xuất điểm khác.", errors=(FieldError("/reason", "Hãy nêu lý do đề xuất điểm khác."),))
    return Answer("proposed", kept.score, kept.not_applicable, kept.count, kept.reason)


def _text(text: str) -> str:
    try:
        return clean_text(text, "reason")
    except Refused as refused:
        raise invalid_line(refused) from refused
