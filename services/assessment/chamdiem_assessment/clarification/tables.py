"""Tables of answers to questions; the migration has their constraints and triggers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Column, DateTime
from sqlalchemy import UUID as SqlUuid
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class ClarificationAnswerRow(AssessmentTable, table=True):
    __tablename__ = "clarification_answer"
    sheet_id: UUID = Field(primary_key=True, foreign_key="period_sheet.sheet_id")
    item: str = Field(primary_key=True)
    round: int = Field(primary_key=True)
    text: str
    evidence_ids: list[UUID] = Field(sa_column=Column(ARRAY(SqlUuid()), nullable=False))
    version: int = Field(sa_type=BigInteger)
    saved_by: UUID
    saved_at: datetime = Field(sa_type=_TIME)
    sent_at: datetime | None = Field(sa_type=_TIME)


class ClarificationAnswerHistoryRow(AssessmentTable, table=True):
    __tablename__ = "clarification_answer_history"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    round: int = Field(primary_key=True)
    text: str
    evidence_ids: list[UUID] = Field(sa_column=Column(ARRAY(SqlUuid()), nullable=False))
    version: int = Field(primary_key=True, sa_type=BigInteger)
    saved_by: UUID
    saved_at: datetime = Field(sa_type=_TIME)


class ClarificationSendingRow(AssessmentTable, table=True):
    __tablename__ = "clarification_sending"
    sheet_id: UUID = Field(primary_key=True, foreign_key="period_sheet.sheet_id")
    version: int = Field(primary_key=True, sa_type=BigInteger)
    answers: int
    sent_by: UUID
    sent_at: datetime = Field(sa_type=_TIME)
    received_at: datetime = Field(sa_type=_TIME)
