"""Tables of periods; the migration has their constraints."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Date, DateTime, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_NEW_ID = {"server_default": text("uuidv7()")}
_TIME = DateTime(timezone=True)


class PeriodRow(AssessmentTable, table=True):
    __tablename__ = "period"
    id: UUID = Field(primary_key=True, sa_column_kwargs=_NEW_ID)
    program: str
    year: int
    rehearsal: bool
    stage: str
    survey_forms_id: UUID | None = Field(foreign_key="survey_forms.id")
    par_period_id: UUID | None = Field(foreign_key="period.id")
    self_assessment_from: datetime = Field(sa_type=_TIME)
    self_assessment_to: datetime = Field(sa_type=_TIME)
    late_until: datetime = Field(sa_type=_TIME)
    appraisal_from: datetime = Field(sa_type=_TIME)
    appraisal_to: datetime | None = Field(sa_type=_TIME)
    holidays: list[date] = Field(sa_column=Column(ARRAY(Date), nullable=False))
    conflict_enabled: bool
    conflict_replacements: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    lock_scope: str
    clarification_rounds: int
    unit_sees_scores: str
    clock_at: datetime | None = Field(sa_type=_TIME)
    clock_version: int
    version: int
