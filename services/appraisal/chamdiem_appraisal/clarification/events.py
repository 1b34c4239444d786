"""What is told of questions."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from chamdiem_appraisal.assignment.domain import Appraisal
from chamdiem_contracts.appraisal import ClarificationQuestion, ClarificationRequestedV1


def requested(appraisal: Appraisal, versions: Mapping[UUID, int], questions: Sequence[Any]) -> list[ClarificationRequestedV1]:
    """One event for each sheet in `versions`: all that the agency ever asked about it."""
    by_sheet: dict[UUID, list[ClarificationQuestion]] = {}
    for row in questions:
        question = ClarificationQuestion(round=row.round, item=row.item, question=row.question, asked_at=row.asked_at)
        by_sheet.setdefault(row.sheet_id, []).append(question)
    return [
        ClarificationRequestedV1(
            version=version,
            appraisal_id=appraisal.id,
            period_id=appraisal.period_id,
            sheet_id=sheet_id,
            appraiser_code=appraisal.appraiser_code,
            questions=tuple(by_sheet[sheet_id]),
        )
        for sheet_id, version in versions.items()
    ]
