"""Units, their types and their history."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Column, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class UnitTypeRow(IdentityTable, table=True):
    __tablename__ = "unit_type"
    code: str = Field(primary_key=True)
    title: str
    level: str
    version: int
    changed_by: UUID
    changed_at: datetime


class UnitRow(IdentityTable, table=True):
    __tablename__ = "unit"
    code: str = Field(primary_key=True)
    name: str
    name_sort_key: str
    unit_type: str = Field(foreign_key="unit_type.code")
    ranking_group: str
    parent_code: str | None = Field(foreign_key="unit.code")
    valid_from: date | None
    valid_to: date | None
    predecessors: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    successor_code: str | None = Field(foreign_key="unit.code")
    version: int


class UnitHistoryRow(IdentityTable, table=True):
    __tablename__ = "unit_history"
    unit_code: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    act: str
    body: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    changed_by: UUID
    changed_at: datetime
