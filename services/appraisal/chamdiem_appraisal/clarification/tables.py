"""Tables of questions; the migration has their constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class ClarificationQuestionRow(AppraisalTable, table=True):
    __tablename__ = "clarification_question"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    round: int = Field(primary_key=True)
    appraisal_id: UUID = Field(foreign_key="appraisal.id")
    question: str
    asked_by: UUID
    asked_at: datetime = Field(sa_type=_TIME)
    sent_at: datetime | None = Field(sa_type=_TIME)


class ClarificationQuestionHistoryRow(AppraisalTable, table=True):
    __tablename__ = "clarification_question_history"
    id: int = Field(sa_type=BigInteger, primary_key=True)
    sheet_id: UUID
    item: str
    round: int
    act: str
    question: str
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)
