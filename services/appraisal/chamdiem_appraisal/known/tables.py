"""Copies of what other services told; no foreign keys between them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Column, Date, DateTime
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class KnownUnitRow(AppraisalTable, table=True):
    __tablename__ = "known_unit"
    code: str = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    name: str
    unit_type: str


class KnownCriteriaSetRow(AppraisalTable, table=True):
    __tablename__ = "known_criteria_set"
    criteria_set_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    code: str
    fingerprint: str
    decision: Any = Field(sa_column=Column(JSONB, nullable=False))
    document: Any = Field(sa_column=Column(JSONB, nullable=False))


class KnownSurveyFormsRow(AppraisalTable, table=True):
    __tablename__ = "known_survey_forms"
    survey_forms_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    fingerprint: str
    document: Any = Field(sa_column=Column(JSONB, nullable=False))


class KnownPeriodRow(AppraisalTable, table=True):
    __tablename__ = "known_period"
    period_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    program: str
    year: int
    rehearsal: bool
    status: str
    survey_forms_id: UUID | None
    self_assessment_to: datetime = Field(sa_type=_TIME)
    late_until: datetime = Field(sa_type=_TIME)
    appraisal_from: datetime = Field(sa_type=_TIME)
    appraisal_to: datetime | None = Field(sa_type=_TIME)
    holidays: list[date] = Field(sa_column=Column(ARRAY(Date()), nullable=False))
    conflict_enabled: bool
    conflict_replacements: Any = Field(sa_column=Column(JSONB, nullable=False))
    lock_scope: str
    clarification_rounds: int
    clarification_from: list[datetime] = Field(sa_column=Column(ARRAY(_TIME), nullable=False))
    clarification_to: list[datetime] = Field(sa_column=Column(ARRAY(_TIME), nullable=False))
    unit_sees_scores: str
    clock_at: datetime | None = Field(sa_type=_TIME)
    clock_version: int


class KnownExtensionRow(AppraisalTable, table=True):
    __tablename__ = "known_extension"
    period_id: UUID = Field(primary_key=True)
    unit_code: str = Field(primary_key=True)
    given_at: datetime = Field(sa_type=_TIME, primary_key=True)
    to_at: datetime = Field(sa_type=_TIME)


class KnownSheetRow(AppraisalTable, table=True):
    __tablename__ = "known_sheet"
    sheet_id: UUID = Field(primary_key=True)
    period_id: UUID
    criteria_set_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    ranking_group: str
    deadline: datetime = Field(sa_type=_TIME)
    last_instant: datetime = Field(sa_type=_TIME)


class KnownSelfAssessmentRow(AppraisalTable, table=True):
    __tablename__ = "known_self_assessment"
    sheet_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    status: str
    sent_at: datetime | None = Field(sa_type=_TIME)
    late: bool
    report_fingerprint: str | None
    received_at: datetime = Field(sa_type=_TIME)


class KnownAnswerRow(AppraisalTable, table=True):
    __tablename__ = "known_answer"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    option: str | None
    numerator: str | None
    denominator: str | None
    claimed_count: int | None = Field(sa_type=BigInteger)
    is_claim: bool
    self_score: Decimal | None
    explanation: str
    evidence: Any = Field(sa_column=Column(JSONB, nullable=False))


class KnownClarificationRow(AppraisalTable, table=True):
    __tablename__ = "known_clarification"
    sheet_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    sent_at: datetime = Field(sa_type=_TIME)


class KnownClarificationAnswerRow(AppraisalTable, table=True):
    __tablename__ = "known_clarification_answer"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    round: int = Field(primary_key=True)
    text: str
    evidence: Any = Field(sa_column=Column(JSONB, nullable=False))
    answered_at: datetime = Field(sa_type=_TIME)


class KnownResultRow(AppraisalTable, table=True):
    __tablename__ = "known_result"
    period_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    status: str
