"""Tables of appraised scores and their history; the migration has their constraints."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import BigInteger, DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class AppraisedScoreRow(AppraisalTable, table=True):
    __tablename__ = "appraised_score"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    score: Decimal | None
    not_applicable: bool
    count: int | None = Field(sa_type=BigInteger)
    reason: str
    version: int
    scored_by: UUID
    scored_at: datetime = Field(sa_type=_TIME)
    round: int


class RoundScoreRow(AppraisalTable, table=True):
    __tablename__ = "round_score"
    sheet_id: UUID = Field(primary_key=True)
    item: str = Field(primary_key=True)
    round: int = Field(primary_key=True)
    score: Decimal | None
    not_applicable: bool
    count: int | None = Field(sa_type=BigInteger)
    reason: str
    scored_by: UUID
    scored_at: datetime = Field(sa_type=_TIME)


class AppraisedScoreHistoryRow(AppraisalTable, table=True):
    __tablename__ = "appraised_score_history"
    id: int = Field(sa_type=BigInteger, primary_key=True)
    sheet_id: UUID
    item: str
    version: int
    act: str
    score_before: Decimal | None
    not_applicable_before: bool | None
    count_before: int | None = Field(sa_type=BigInteger)
    reason_before: str | None
    score: Decimal | None
    not_applicable: bool
    count: int | None = Field(sa_type=BigInteger)
    reason: str
    changed_by: UUID | None
    changed_at: datetime = Field(sa_type=_TIME)
    round: int
