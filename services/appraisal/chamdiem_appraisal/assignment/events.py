"""What is told of an appraisal."""

from typing import Any, TypeVar

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_appraisal.known.domain import Period
from chamdiem_contracts.appraisal import AppraisalOpenedV1, AppraisalReopenedV1, AppraisalSentV1, AppraisalState, AppraisedSheetVersion

State = TypeVar("State", bound=AppraisalState)


def opened(appraisal: Appraisal, period: Period) -> AppraisalOpenedV1:
    """The agency has something to score in the period."""
    return _state(AppraisalOpenedV1, appraisal, period)


def sent(appraisal: Appraisal, period: Period, sheets: tuple[AppraisedSheetVersion, ...]) -> AppraisalSentV1:
    """The agency has sent, with the sheets it closes with."""
    return _state(AppraisalSentV1, appraisal, period, sheets=sheets)


def reopened(appraisal: Appraisal, period: Period, reason: str) -> AppraisalReopenedV1:
    """The appraisal may be written again."""
    return _state(AppraisalReopenedV1, appraisal, period, reason=reason)


def _state(cls: type[State], appraisal: Appraisal, period: Period, **more: Any) -> State:
    return cls(
        version=appraisal.version,
        appraisal_id=appraisal.id,
        period_id=appraisal.period_id,
        appraiser_code=appraisal.appraiser_code,
        round=appraisal.round,
        last_round=period.last_round,
        status=appraisal.status.value,
        open=appraisal.is_open(period.last_round),
        lock_scope=period.lock_scope,
        sent_at=appraisal.sent_at,
        **more,
    )
