"""A period's present state as contract events."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from chamdiem_assessment.period.domain import Period, status_at
from chamdiem_contracts.assessment import PeriodState


def state_of(period: Period, sheets: Iterable[Mapping[str, Any]], real_now: datetime) -> dict[str, Any]:
    """The fields of `PeriodState`. An extension that a later end of the phase has overtaken is left out: it extends nothing."""
    phases = period.phases
    return {
        "version": period.version,
        "period_id": period.id,
        "program": period.program,
        "year": period.year,
        "rehearsal": period.rehearsal,
        "status": status_at(period, period.now(real_now)),
        "criteria_sets": [vars(s) for s in period.sets],
        "survey_forms_id": period.survey_forms_id,
        "par_period_id": period.par_period_id,
        "self_assessment_from": phases.self_assessment_from,
        "self_assessment_to": phases.self_assessment_to,
        "late_until": phases.late_until,
        "appraisal_from": phases.appraisal_from,
        "appraisal_to": phases.appraisal_to,
        "holidays": period.holidays,
        "extensions": [
            {"unit_code": e.unit_code, "to": e.to, "reason": e.reason, "given_at": e.given_at, "given_by": e.given_by}
            for e in sorted(period.extensions.values(), key=lambda e: e.number)
            if e.to > phases.self_assessment_to
        ],
        "conflict_enabled": period.conflict.enabled,
        "conflict_replacements": period.conflict.replacements,
        "lock_scope": period.lock_scope,
        "clarification_rounds": period.clarification_rounds,
        "clarifications": [{"opens_at": w.opens_at, "closes_at": w.closes_at} for w in phases.clarifications],
        "unit_sees_scores": period.unit_sees_scores,
        "sheets": [dict(s) for s in sheets],
        "clock_at": period.clock_at,
        "clock_version": period.clock_version,
    }


def period_event(cls: type[PeriodState], period: Period, sheets: Iterable[Mapping[str, Any]], real_now: datetime) -> PeriodState:
    """The event of class `cls` that tells the period's present state."""
    return cls.model_validate(state_of(period, sheets, real_now))
