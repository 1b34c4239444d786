"""What is told of each appraised sheet."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_contracts.appraisal import AppraisedItem, AppraisedSheetChangedV1


def appraised_sheets(
    appraisal: Appraisal, versions: Mapping[UUID, int], given: Sequence[Any], knock_outs: Mapping[UUID, tuple[str, ...]]
) -> list[AppraisedSheetChangedV1]:
    """One event for each sheet in `versions`: all that the agency gave to it."""
    items: dict[UUID, list[AppraisedItem]] = {}
    for row in given:
        items.setdefault(row.sheet_id, []).append(
            AppraisedItem(
                item=row.item,
                score=row.score,
                not_applicable=row.not_applicable,
                count=row.count,
                reason=row.reason,
                scored_by=row.scored_by,
                scored_at=row.scored_at,
            )
        )
    return [
        AppraisedSheetChangedV1(
            version=version,
            appraisal_id=appraisal.id,
            period_id=appraisal.period_id,
            sheet_id=sheet_id,
            appraiser_code=appraisal.appraiser_code,
            items=tuple(items.get(sheet_id, ())),
            knock_outs=knock_outs.get(sheet_id, ()),
        )
        for sheet_id, version in versions.items()
    ]
