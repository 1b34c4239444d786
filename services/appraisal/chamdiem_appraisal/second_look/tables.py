"""Tables of second looks and their history; the migration has their constraints."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class SecondLookRow(AppraisalTable, table=True):
    __tablename__ = "second_look"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    appraisal_id: UUID = Field(foreign_key="appraisal.id")
    account_id: UUID
    note: str
    state: str
    score: Decimal | None
    not_applicable: bool
    count: int | None = Field(sa_type=BigInteger)
    reason: str
    score_version: int
    version: int
    asked_by: UUID
    asked_at: datetime = Field(sa_type=_TIME)
    answered_at: datetime | None = Field(sa_type=_TIME)


class SecondLookHistoryRow(AppraisalTable, table=True):
    __tablename__ = "second_look_history"
    id: int = Field(sa_type=BigInteger, primary_key=True)
    sheet_id: UUID
    item: str
    version: int
    act: str
    account_id: UUID
    note: str
    score: Decimal | None
    not_applicable: bool
    count: int | None = Field(sa_type=BigInteger)
    reason: str
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)
