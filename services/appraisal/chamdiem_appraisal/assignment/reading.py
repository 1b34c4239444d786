"""An appraisal as it is answered."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import sight_of
from chamdiem_appraisal.assignment import store
from chamdiem_appraisal.assignment.allowed import allowed_actions, lock_of
from chamdiem_appraisal.assignment.asking import require_asking
from chamdiem_appraisal.assignment.domain import as_seen
from chamdiem_kit.access import Actor


class LockOut(BaseModel):
    """Quy tắc đang không cho sửa: là gì, từ khi nào, ai gỡ được."""

    type: str
    title: str
    detail: str
    since: datetime | None


class ReopenedOut(BaseModel):
    """Lần mở lại gần nhất: do ai hoặc vì sao."""

    act: str
    reason: str
    changed_at: datetime


class AppraisalOut(BaseModel):
    """Kết quả thẩm định của một cơ quan trong một kỳ; `assigned`, `scored` đếm tiêu chí, `adjustments`, `confirmed` đếm mục thưởng, trừ.

    `asked`, `answered`: số câu hỏi của vòng đã gửi đang chờ đơn vị giải trình, và số câu đã được trả lời; `answers_until`: hạn trả lời.
    `second_looks`: số đề nghị xem lại đang chờ trả lời mà tài khoản được biết, `second_looks_mine`: trong đó chờ chính tài khoản này.
    `locked` trống: đang được sửa; `reopened`: lần mở lại gần nhất, chỉ khi đang mở lại.
    """

    id: UUID
    period_id: UUID
    program: str
    year: int
    rehearsal: bool
    period_status: str
    appraisal_from: datetime
    appraisal_to: datetime | None
    clock_at: datetime | None
    answers_until: datetime | None
    appraiser_code: str
    round: int
    last_round: int
    status: str
    assigned: int
    scored: int
    adjustments: int
    confirmed: int
    asked: int
    answered: int
    second_looks: int
    second_looks_mine: int
    sent_at: datetime | None
    closed_units: list[str]
    locked: LockOut | None
    reopened: ReopenedOut | None
    allowed_actions: list[str]
    version: int


def appraisal_out(row: Any, actor: Actor) -> AppraisalOut:
    """From a row of `store.list_in_sight`, as the account sees it."""
    present, period = store.appraisal_and_period(row)
    seen = as_seen(present, row.newest_round)
    window = period.window_after(seen.round) if seen.asked else None
    lock = lock_of(seen, period)
    is_reopened = seen.status.value == "reopened" and row.reopened_act is not None
    return AppraisalOut(
        id=seen.id,
        period_id=seen.period_id,
        program=period.program,
        year=period.year,
        rehearsal=period.rehearsal,
        period_status=period.status,
        appraisal_from=period.appraisal_from,
        appraisal_to=period.appraisal_to,
        clock_at=period.clock_at,
        answers_until=window.closes_at if window else None,
        appraiser_code=seen.appraiser_code,
        round=seen.round,
        last_round=period.last_round,
        status=seen.status.value,
        assigned=row.assigned,
        scored=row.scored,
        adjustments=row.adjustments,
        confirmed=row.confirmed,
        asked=seen.asked,
        answered=row.answered if seen.asked else 0,
        second_looks=row.second_looks,
        second_looks_mine=row.second_looks_mine,
        sent_at=seen.sent_at,
        closed_units=sorted(seen.closed_units),
        locked=LockOut.model_validate(lock, from_attributes=True) if lock else None,
        reopened=ReopenedOut(act=row.reopened_act, reason=row.reopened_reason, changed_at=row.reopened_at) if is_reopened else None,
        allowed_actions=list(allowed_actions(actor, seen, period, lambda: require_asking(seen, period))),
        version=seen.version,
    )


async def read_appraisal(tx: AsyncConnection, actor: Actor, appraisal_id: UUID) -> AppraisalOut:
    """One appraisal. Raises `AppraisalNotFound`, for another agency's too."""
    return appraisal_out(await store.load_in_sight(tx, sight_of(actor).parameters, appraisal_id), actor)
