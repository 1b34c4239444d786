"""A result's new state → the event that tells of it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from chamdiem_contracts.assessment import Decision
from chamdiem_contracts.ranking import RankedUnit, ResultAggregatedV1, ResultAgreedV1, ResultPublishedV1, ResultReopenedV1, ResultState
from chamdiem_ranking.result.domain import ResultStatus
from chamdiem_rules.numbers import from_micro

_EVENT_OF: dict[ResultStatus, type[ResultState]] = {
    ResultStatus.PROVISIONAL: ResultReopenedV1,
    ResultStatus.AGGREGATED: ResultAggregatedV1,
    ResultStatus.AGREED: ResultAgreedV1,
    ResultStatus.PUBLISHED: ResultPublishedV1,
}


def told(
    period_id: UUID,
    status: ResultStatus,
    rows: Sequence[Any],
    *,
    version: int,
    result_version: int,
    aggregated_at: datetime | None,
    decision: Decision | None = None,
) -> ResultState:
    """The event of a result's state; `rows` as the store's `told_rows` gives them."""
    return _EVENT_OF[status](
        version=version,
        period_id=period_id,
        result_version=result_version,
        status=status.value,
        rows=tuple(
            RankedUnit(
                sheet_id=r.sheet_id,
                unit_code=r.unit_code,
                ranking_group=r.ranking_group,
                rank=r.rank,
                final_score=from_micro(int(r.final_score_micro)),
                applicable_max=from_micro(int(r.applicable_max_micro)),
                level=r.level,
            )
            for r in rows
            if r.rank is not None
        ),
        aggregated_at=aggregated_at,
        decision=decision,
    )
