"""What others are told of answers."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from chamdiem_assessment.clarification.domain import Asked, Times
from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.sheet.domain import SheetOf
from chamdiem_contracts.assessment import ClarificationAnswer, ClarificationSentV1, EvidenceOfItem


def sent(of: SheetOf, version: int, times: Times, asked: Sequence[Asked], files: Mapping[UUID, Evidence]) -> ClarificationSentV1:
    """All answers of the sheet that were ever sent."""
    return ClarificationSentV1(
        version=version,
        sheet_id=of.sheet_id,
        period_id=of.period_id,
        unit_code=of.unit_code,
        sent_at=times.now,
        answers=tuple(
            ClarificationAnswer(
                round=a.round,
                item=a.item,
                text=a.answer.text,
                evidence=tuple(_file(files[i]) for i in a.answer.evidence_ids),
                answered_at=a.answer.saved_at,
            )
            for a in asked
            if a.answer is not None and a.answer.sent_at is not None
        ),
    )


def _file(file: Evidence) -> EvidenceOfItem:
    return EvidenceOfItem(name=file.name, sha256=file.sha256 or "", size_bytes=file.size_bytes or 0, media_type=file.media_type)
