"""An appeal as it is told."""

from typing import Any

from chamdiem_contracts.ranking import AppealAnsweredV1, AppealAskedV1


def told(row: Any) -> AppealAskedV1 | AppealAnsweredV1:
    """A row of `store.load`: asked, or answered once it has an outcome."""
    kind = AppealAskedV1 if row.outcome is None else AppealAnsweredV1
    return kind(
        version=row.version,
        appeal_id=row.id,
        period_id=row.period_id,
        unit_code=row.unit_code,
        unit_name=row.unit_name,
        result_version=row.result_version,
        asked_at=row.asked_at,
        outcome=row.outcome,
        answered_at=row.answered_at,
    )
