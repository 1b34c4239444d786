"""Tables of appraisals and assignments; the migration has their constraints."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Column, DateTime, Text
from sqlalchemy import UUID as SqlUuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class AppraisalRow(AppraisalTable, table=True):
    __tablename__ = "appraisal"
    id: UUID = Field(primary_key=True)
    period_id: UUID
    appraiser_code: str
    round: int
    status: str
    sent_at: datetime | None = Field(sa_type=_TIME)
    closed_units: list[str] = Field(sa_column=Column(ARRAY(Text()), nullable=False))
    version: int
    members_version: int
    asked: int


class AppraisalHistoryRow(AppraisalTable, table=True):
    __tablename__ = "appraisal_history"
    id: int = Field(sa_type=BigInteger, primary_key=True)
    appraisal_id: UUID
    act: str
    round: int
    version: int
    reason: str
    changed_by: UUID | None
    changed_at: datetime = Field(sa_type=_TIME)


class AppraisedSheetRow(AppraisalTable, table=True):
    __tablename__ = "appraised_sheet"
    appraisal_id: UUID = Field(primary_key=True, foreign_key="appraisal.id")
    sheet_id: UUID = Field(primary_key=True)
    version: int
    clarification_version: int


class AssignedItemRow(AppraisalTable, table=True):
    __tablename__ = "assigned_item"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    appraisal_id: UUID
    kind: str
    position: int


class AssignedKnockOutRow(AppraisalTable, table=True):
    __tablename__ = "assigned_knock_out"
    sheet_id: UUID = Field(primary_key=True)
    code: str = Field(primary_key=True)
    appraisal_id: UUID


class PeriodAssignmentRow(AppraisalTable, table=True):
    __tablename__ = "period_assignment"
    period_id: UUID = Field(primary_key=True)
    made_from: str
    period_version: int = Field(sa_type=BigInteger)


class MemberAssignmentRow(AppraisalTable, table=True):
    __tablename__ = "member_assignment"
    appraisal_id: UUID = Field(primary_key=True, foreign_key="appraisal.id")
    line: int = Field(primary_key=True)
    account_id: UUID
    sheets: list[UUID] | None = Field(sa_column=Column(ARRAY(SqlUuid()), nullable=True))
    items: list[str] | None = Field(sa_column=Column(ARRAY(Text()), nullable=True))


class MemberAssignmentHistoryRow(AppraisalTable, table=True):
    __tablename__ = "member_assignment_history"
    appraisal_id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True)
    lines: Any = Field(sa_column=Column(JSONB, nullable=False))
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)
