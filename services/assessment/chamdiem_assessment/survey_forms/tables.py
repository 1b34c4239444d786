"""Tables of survey forms; the migration has their checks and triggers."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, DateTime, Index, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class SurveyFormsRow(AssessmentTable, table=True):
    __tablename__ = "survey_forms"
    __table_args__ = (
        Index("uq_survey_forms_version_number", "version_number", unique=True, postgresql_where=text("status = 'published'")),
    )
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    version_number: int
    status: str
    media_type: str
    source: str
    document: dict[str, Any] | None = Field(sa_column=Column(JSONB))
    fingerprint: str | None
    faults: list[Any] = Field(sa_column=Column(JSONB, nullable=False))
    warnings: list[Any] = Field(sa_column=Column(JSONB, nullable=False))
    decision: dict[str, Any] | None = Field(sa_column=Column(JSONB))
    published_at: datetime | None = Field(sa_type=_TIME)
    saved_by: UUID
    saved_at: datetime = Field(sa_type=_TIME)
    version: int = Field(sa_type=BigInteger, sa_column_kwargs={"server_default": text("1")})


class SurveyFormsHistoryRow(AssessmentTable, table=True):
    __tablename__ = "survey_forms_history"
    survey_forms_id: UUID = Field(primary_key=True, foreign_key="survey_forms.id")
    version: int = Field(primary_key=True, sa_type=BigInteger)
    act: str
    source: str
    saved_by: UUID
    saved_at: datetime = Field(sa_type=_TIME)
