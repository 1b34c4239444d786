"""Tables of confirmed knock-outs and their history; the migration has their constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class KnockOutConfirmationRow(AppraisalTable, table=True):
    __tablename__ = "knock_out_confirmation"
    sheet_id: UUID = Field(primary_key=True)
    code: str = Field(primary_key=True)
    confirmed: bool
    version: int
    confirmed_by: UUID
    confirmed_at: datetime = Field(sa_type=_TIME)


class KnockOutConfirmationHistoryRow(AppraisalTable, table=True):
    __tablename__ = "knock_out_confirmation_history"
    id: int = Field(sa_type=BigInteger, primary_key=True)
    sheet_id: UUID
    code: str
    version: int
    confirmed_before: bool | None
    confirmed: bool
    changed_by: UUID | None
    changed_at: datetime = Field(sa_type=_TIME)
