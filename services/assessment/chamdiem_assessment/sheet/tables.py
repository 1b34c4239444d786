"""Tables of self-assessments and their answers; the migration has their constraints."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ARRAY, Column, DateTime, Text
from sqlalchemy import UUID as SqlUuid
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class SelfAssessmentRow(AssessmentTable, table=True):
    __tablename__ = "self_assessment"
    sheet_id: UUID = Field(primary_key=True, foreign_key="period_sheet.sheet_id")
    status: str
    version: int
    exported_fingerprint: str | None
    exported_by: UUID | None
    exported_at: datetime | None = Field(sa_type=_TIME)
    report_fingerprint: str | None
    approved_by: UUID | None
    approved_at: datetime | None = Field(sa_type=_TIME)
    signed_report_id: UUID | None = Field(foreign_key="evidence.id")
    sent_at: datetime | None = Field(sa_type=_TIME)
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)


class SelfAssessmentHistoryRow(AssessmentTable, table=True):
    __tablename__ = "self_assessment_history"
    sheet_id: UUID = Field(primary_key=True, foreign_key="self_assessment.sheet_id")
    version: int = Field(primary_key=True)
    act: str
    status: str
    reason: str
    report_fingerprint: str | None
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)


class AnswerRow(AssessmentTable, table=True):
    __tablename__ = "answer"
    sheet_id: UUID = Field(primary_key=True, foreign_key="self_assessment.sheet_id")
    item: str = Field(primary_key=True)
    option: str | None
    numerator: str | None
    denominator: str | None
    count: str | None
    not_applicable: bool
    is_claim: bool
    self_score: Decimal | None
    claimed_count: int | None
    explanation: str
    evidence_ids: list[UUID] = Field(sa_column=Column(ARRAY(SqlUuid()), nullable=False))
    warnings: list[str] = Field(sa_column=Column(ARRAY(Text()), nullable=False))
    version: int
    saved_by: UUID
    saved_at: datetime = Field(sa_type=_TIME)


class AnswerHistoryRow(AssessmentTable, table=True):
    __tablename__ = "answer_history"
    sheet_id: UUID = Field(primary_key=True, foreign_key="self_assessment.sheet_id")
    item: str = Field(primary_key=True)
    option: str | None
    numerator: str | None
    denominator: str | None
    count: str | None
    not_applicable: bool
    is_claim: bool
    self_score: Decimal | None
    claimed_count: int | None
    explanation: str
    evidence_ids: list[UUID] = Field(sa_column=Column(ARRAY(SqlUuid()), nullable=False))
    version: int = Field(primary_key=True)
    saved_by: UUID
    saved_at: datetime = Field(sa_type=_TIME)
