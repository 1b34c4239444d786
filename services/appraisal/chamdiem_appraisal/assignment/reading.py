"""An appraisal as it is answered."""

from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import Sight
from chamdiem_appraisal.assignment import store
from chamdiem_appraisal.assignment.domain import as_seen


class AppraisalOut(BaseModel):
    """Kết quả thẩm định của một cơ quan trong một kỳ; `assigned`, `scored` đếm tiêu chí, `adjustments`, `confirmed` đếm mục thưởng, trừ.

    `asked`, `answered`: số câu hỏi của vòng đã gửi đang chờ đơn vị giải trình, và số câu đã được trả lời.
    """

    id: UUID
    period_id: UUID
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
    sent_at: datetime | None
    closed_units: list[str]
    version: int


def appraisal_out(row: Any) -> AppraisalOut:
    """From a row of `store.list_in_sight`."""
    present, period = store.appraisal_and_period(row)
    seen = as_seen(present, row.newest_round)
    return AppraisalOut(
        id=seen.id,
        period_id=seen.period_id,
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
        sent_at=seen.sent_at,
        closed_units=sorted(seen.closed_units),
        version=seen.version,
    )


async def read_appraisal(tx: AsyncConnection, sight: Sight, appraisal_id: UUID) -> AppraisalOut:
    """One appraisal. Raises `AppraisalNotFound`, for another agency's too."""
    return appraisal_out(await store.load_in_sight(tx, sight.parameters, appraisal_id))
