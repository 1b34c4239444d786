"""Mergers of units, as they were decided."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Column, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class UnitMergerRow(IdentityTable, table=True):
    __tablename__ = "unit_merger"
    id: UUID = Field(primary_key=True)
    successor_code: str = Field(foreign_key="unit.code")
    predecessors: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    merged_on: date
    reason: str
    account_acts: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    sub_units_follow: bool
    decided_by: UUID = Field(foreign_key="account.id")
    decided_at: datetime
    carried_out_at: datetime | None
