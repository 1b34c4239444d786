"""Questions and answers as they are answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from chamdiem_appraisal.known.store import read_json


class AnswerEvidenceOut(BaseModel):
    """Một tệp đơn vị bổ sung khi giải trình."""

    name: str
    sha256: str
    size_bytes: int
    media_type: str


class ClarificationOut(BaseModel):
    """Một yêu cầu giải trình và trả lời của đơn vị; `sent_at` trống: chưa gửi đến đơn vị, `answer` trống: đơn vị chưa trả lời."""

    round: int
    question: str
    asked_by: UUID
    asked_at: datetime
    sent_at: datetime | None
    answer: str | None
    evidence: Sequence[AnswerEvidenceOut]
    answered_at: datetime | None


def clarification_values(row: Any) -> dict[str, Any]:
    """The fields of `ClarificationOut` from a row of the store."""
    values = {name: getattr(row, name) for name in ("round", "question", "asked_by", "asked_at", "sent_at", "answer", "answered_at")}
    return {**values, "evidence": read_json(row.evidence)}
