"""A proposal to change a criteria set, or one item of it; answered once, withdrawn until then (rights.md "Assessment"). Pure."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from chamdiem_assessment.period.domain import OwnUnit
from chamdiem_assessment.phase.domain import shown
from chamdiem_kit.errors import Conflict, FieldError, Invalid, NotFound


class ProposalNotFound(NotFound):
    type = "assessment/criteria-proposal-not-found"
    title = "Không có kiến nghị này"


class ProposalAnswered(Conflict):
    type = "assessment/criteria-proposal-answered"
    title = "Kiến nghị đã được trả lời hoặc đã rút"


class ProposalStatus(StrEnum):
    """`open` until it is accepted, declined or withdrawn; then it never changes."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was proposed for which version of a set, `item` None: for the set as a whole. Of a unit or of an agency; times are real."""

    id: UUID
    criteria_set_id: UUID
    item: str | None
    text: str
    unit_code: str | None
    appraiser_code: str | None
    proposed_by: UUID
    proposed_at: datetime
    status: ProposalStatus = ProposalStatus.OPEN
    answer: str = ""
    answered_by: UUID | None = None
    answered_at: datetime | None = None


def require_text(text: str, pointer: str, detail: str) -> None:
    """Raise `Invalid` for a blank text."""
    if not text.strip():
        raise Invalid(detail, errors=(FieldError(pointer, detail),), type_="assessment/value-missing", title_="Thiếu giá trị")


def answer(proposal: Proposal, outcome: ProposalStatus, text: str, by: UUID, now: datetime, *, is_conflicted: bool) -> Proposal:
    """The proposal answered with a reason. Raises `OwnUnit`, `ProposalAnswered`; a blank answer is `Invalid`."""
    if is_conflicted:
        raise OwnUnit("Kiến nghị của đơn vị mình do người quản lý khác trả lời.")
    _require_open(proposal)
    require_text(text, "/answer", "Hãy ghi nội dung trả lời.")
    return replace(proposal, status=outcome, answer=text, answered_by=by, answered_at=now)


def withdraw(proposal: Proposal, by: UUID, now: datetime) -> Proposal:
    """The proposal taken back by who made it. Raises `ProposalAnswered`."""
    _require_open(proposal)
    return replace(proposal, status=ProposalStatus.WITHDRAWN, answered_by=by, answered_at=now)


def allowed_actions(proposal: Proposal, *, answers: bool, is_own: bool) -> list[str]:
    """What an account may do with it that `answers` proposals, or whose unit or agency made it."""
    if proposal.status is not ProposalStatus.OPEN:
        return []
    return (["answer"] if answers else []) + (["withdraw"] if is_own else [])


def _require_open(proposal: Proposal) -> None:
    if proposal.status is not ProposalStatus.OPEN:
        raise ProposalAnswered(f"Kiến nghị này đã xong lúc {shown(proposal.answered_at)}; hãy tải lại danh sách.")
