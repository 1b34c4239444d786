"""Tables of periods; the migration has their checks and triggers."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Date, DateTime, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_NEW_ID = {"server_default": text("uuidv7()")}
_TIME = DateTime(timezone=True)
_ZERO = {"server_default": text("0")}
_ONE = {"server_default": text("1")}


class PeriodRow(AssessmentTable, table=True):
    __tablename__ = "period"
    __table_args__ = (
        Index("uq_period_program_year", "program", "year", unique=True, postgresql_where=text("stage = 'open' AND NOT rehearsal")),
    )
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
    clarification_from: list[datetime] = Field(sa_column=Column(ARRAY(_TIME), nullable=False))
    clarification_to: list[datetime] = Field(sa_column=Column(ARRAY(_TIME), nullable=False))
    unit_sees_scores: str
    clock_at: datetime | None = Field(sa_type=_TIME)
    clock_version: int = Field(sa_type=BigInteger, sa_column_kwargs=_ZERO)
    version: int = Field(sa_type=BigInteger, sa_column_kwargs=_ONE)


class PeriodHistoryRow(AssessmentTable, table=True):
    __tablename__ = "period_history"
    period_id: UUID = Field(primary_key=True, foreign_key="period.id")
    version: int = Field(primary_key=True, sa_type=BigInteger)
    act: str
    state: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)


class PeriodCriteriaSetRow(AssessmentTable, table=True):
    __tablename__ = "period_criteria_set"
    period_id: UUID = Field(primary_key=True, foreign_key="period.id")
    criteria_set_id: UUID = Field(primary_key=True, foreign_key="criteria_set.id")
    place: int


class PeriodExtensionRow(AssessmentTable, table=True):
    __tablename__ = "period_extension"
    __table_args__ = (UniqueConstraint("period_id", "number"),)
    id: UUID = Field(primary_key=True, sa_column_kwargs=_NEW_ID)
    period_id: UUID = Field(foreign_key="period.id")
    number: int = Field(sa_type=BigInteger)
    unit_code: str
    to_at: datetime = Field(sa_type=_TIME)
    reason: str
    given_by: UUID
    given_at: datetime = Field(sa_type=_TIME)


class PeriodSheetRow(AssessmentTable, table=True):
    __tablename__ = "period_sheet"
    __table_args__ = (UniqueConstraint("period_id", "unit_code"),)
    sheet_id: UUID = Field(primary_key=True, sa_column_kwargs=_NEW_ID)
    period_id: UUID = Field(foreign_key="period.id")
    criteria_set_id: UUID = Field(foreign_key="criteria_set.id")
    set_code: str
    unit_code: str = Field(index=True)
    unit_name: str
    unit_type: str
    ranking_group: str
