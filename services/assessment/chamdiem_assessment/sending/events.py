"""What others are told when a sheet is sent or taken back."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.report.domain import Present
from chamdiem_assessment.sending.domain import Receipt
from chamdiem_assessment.sheet.answer import Answer
from chamdiem_assessment.sheet.domain import SelfAssessment, SheetOf
from chamdiem_contracts.assessment import EvidenceOfItem, SelfAssessmentRecalledV1, SelfAssessmentSentV1


def sent(of: SheetOf, receipt: Receipt, present: Present) -> SelfAssessmentSentV1:
    """The frozen snapshot, answers in the set's order."""
    answers: Any = [_answer(present.answers[code], present.files) for code in present.criteria_set.items if code in present.answers]
    return SelfAssessmentSentV1(
        version=receipt.version,
        sheet_id=of.sheet_id,
        period_id=of.period_id,
        set_code=of.set_code,
        unit_code=of.unit_code,
        status="sent",
        sent_at=receipt.sent_at,
        late=receipt.late,
        report_fingerprint=receipt.report_fingerprint,
        answers=answers,
    )


def recalled(of: SheetOf, state: SelfAssessment) -> SelfAssessmentRecalledV1:
    """The sheet is with its unit again."""
    return SelfAssessmentRecalledV1(
        version=state.version,
        sheet_id=of.sheet_id,
        period_id=of.period_id,
        set_code=of.set_code,
        unit_code=of.unit_code,
        status="recalled",
    )


def _answer(answer: Answer, files: Mapping[UUID, Evidence]) -> dict[str, Any]:
    """The fields of `AnswerOfSheet`: the event makes hundreds of them from mappings many times as fast as one by one."""
    return {
        "item": answer.item,
        "option": answer.option,
        "numerator": answer.numerator,
        "denominator": answer.denominator,
        "count": None if answer.count is None else int(answer.count),
        "is_claim": answer.is_claim,
        "self_score": answer.self_score,
        "explanation": answer.explanation,
        "evidence": tuple(_file(files[i]) for i in answer.evidence_ids),
    }


def _file(file: Evidence) -> EvidenceOfItem:
    return EvidenceOfItem(name=file.name, sha256=file.sha256 or "", size_bytes=file.size_bytes or 0, media_type=file.media_type)
