"""What an account may do with an appraisal now, and the rule that keeps it from writing. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from chamdiem_appraisal.access import LEAD, Right
from chamdiem_appraisal.assignment.domain import AlreadySent, Appraisal, AppraisalStatus, PhaseEnded, require_writing
from chamdiem_appraisal.known.domain import Period
from chamdiem_kit.access import Actor
from chamdiem_kit.errors import DomainError

_WRITING = {
    "score": Right.SCORE_ITEM,
    "assign_members": Right.ASSIGN_MEMBERS,
    "ask_second_look": Right.ASK_SECOND_LOOK,
    "answer_second_look": Right.ANSWER_SECOND_LOOK,
    "send": Right.SEND_APPRAISAL,
}


@dataclass(frozen=True)
class Lock:
    """The rule that forbids writing now, in words, and since when it does; None: from the beginning."""

    type: str
    title: str
    detail: str
    since: datetime | None


def lock_of(appraisal: Appraisal, period: Period) -> Lock | None:
    """Why nobody may write to the appraisal now; None while it may be written."""
    try:
        require_writing(appraisal, period)
    except AlreadySent as refusal:
        return Lock(refusal.problem_type, refusal.problem_title, refusal.detail, appraisal.sent_at)
    except PhaseEnded as refusal:
        return Lock(refusal.problem_type, refusal.problem_title, refusal.detail, period.appraisal_to)
    except DomainError as refusal:
        return Lock(refusal.problem_type, refusal.problem_title, refusal.detail, None)
    return None


def allowed_actions(actor: Actor, appraisal: Appraisal, period: Period, may_ask: Callable[[], None]) -> tuple[str, ...]:
    """The acts the account may try now; `may_ask` raises where the round takes no questions."""
    own = actor.kind == "appraisal" and actor.appraiser_code == appraisal.appraiser_code
    actions = []
    if own and lock_of(appraisal, period) is None:
        actions += [act for act, right in _WRITING.items() if actor.may(right)]
        if actor.may(Right.ASK_CLARIFICATION) and _passes(may_ask):
            actions.append("ask")
        if LEAD in actor.roles and not appraisal.is_bound_to_questions:
            actions.append("confirm_knock_outs")
    if actor.may(Right.REOPEN_APPRAISAL) and (appraisal.status is AppraisalStatus.SENT or appraisal.closed_units):
        actions.append("reopen")
    return tuple(actions)


def _passes(check: Callable[[], None]) -> bool:
    try:
        check()
    except DomainError:
        return False
    return True
