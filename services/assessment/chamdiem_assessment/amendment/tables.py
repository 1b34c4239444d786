"""Tables of amending decisions; the migration has their constraints."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Column, DateTime, Text
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


def _codes() -> Any:
    return Field(sa_column=Column(ARRAY(Text()), nullable=False))


class SetAmendmentRow(AssessmentTable, table=True):
    __tablename__ = "set_amendment"
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": sql("uuidv7()")})
    period_id: UUID = Field(foreign_key="period.id", index=True)
    set_code: str
    from_set_id: UUID = Field(foreign_key="criteria_set.id")
    to_set_id: UUID = Field(foreign_key="criteria_set.id")
    decision: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    reason: str
    deadline: datetime | None = Field(sa_type=_TIME)
    items: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    amended_by: UUID
    amended_at: datetime = Field(sa_type=_TIME)


class AmendedSheetRow(AssessmentTable, table=True):
    __tablename__ = "amended_sheet"
    amendment_id: UUID = Field(primary_key=True, foreign_key="set_amendment.id")
    sheet_id: UUID = Field(primary_key=True, foreign_key="period_sheet.sheet_id", index=True)
    status_before: str
    status_after: str
    rescored: list[str] = _codes()
    emptied: list[str] = _codes()
    gone: list[str] = _codes()
    restored: list[str] = _codes()
