"""Tables of given leaves; the migration has their constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable


class LeafShareRow(AssessmentTable, table=True):
    __tablename__ = "leaf_share"
    sheet_id: UUID = Field(primary_key=True, foreign_key="period_sheet.sheet_id")
    item: str = Field(primary_key=True)
    sub_unit_code: str = Field(index=True)
    given_by: UUID
    given_at: datetime = Field(sa_type=DateTime(timezone=True))


class LeafShareHistoryRow(AssessmentTable, table=True):
    __tablename__ = "leaf_share_history"
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    sheet_id: UUID = Field(foreign_key="period_sheet.sheet_id", index=True)
    item: str
    sub_unit_code: str | None
    given_by: UUID
    given_at: datetime = Field(sa_type=DateTime(timezone=True))
