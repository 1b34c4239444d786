"""Copies of what other services told; no foreign keys between them."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Column, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable


class KnownUnitRow(AssessmentTable, table=True):
    __tablename__ = "known_unit"
    code: str = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    name: str
    unit_type: str = Field(index=True)
    ranking_group: str
    parent_code: str | None
    valid_from: date | None
    valid_to: date | None
    predecessors: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))


class KnownAppraisalRow(AssessmentTable, table=True):
    __tablename__ = "known_appraisal"
    appraisal_id: UUID = Field(primary_key=True)
    period_id: UUID = Field(index=True)
    appraiser_code: str
    version: int = Field(sa_type=BigInteger)
    round: int
    open: bool


class KnownClarificationRow(AssessmentTable, table=True):
    __tablename__ = "known_clarification"
    appraisal_id: UUID = Field(primary_key=True)
    sheet_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    appraiser_code: str
    questions: Any = Field(sa_column=Column(JSONB, nullable=False))


class KnownResultRow(AssessmentTable, table=True):
    __tablename__ = "known_result"
    period_id: UUID = Field(primary_key=True)
    version: int = Field(sa_type=BigInteger)
    status: str
