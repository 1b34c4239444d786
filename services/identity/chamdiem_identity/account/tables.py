"""Persons, their accounts, and the accounts' history."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, Column, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class PersonRow(IdentityTable, table=True):
    __tablename__ = "person"
    id: UUID = Field(primary_key=True)
    username: str
    sub: str | None = Field(unique=True)
    enabled: bool
    refused_at: datetime | None


class AccountRow(IdentityTable, table=True):
    __tablename__ = "account"
    id: UUID = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.id")
    holder_name: str
    kind: str
    roles: list[Any] = Field(sa_column=Column(JSONB, nullable=False))
    unit_code: str | None = Field(foreign_key="unit.code")
    appraiser_code: str | None
    only_for_unit: str | None = Field(foreign_key="unit.code")
    status: str
    locked_reason: str | None
    locked_at: datetime | None
    appraisal_lock: str | None
    unlocked_of: str
    council_session_open: bool
    name_sort_key: str
    former_units: list[str] = Field(sa_column=Column(ARRAY(Text), nullable=False))
    version: int


class AccountHistoryRow(IdentityTable, table=True):
    __tablename__ = "account_history"
    account_id: UUID = Field(primary_key=True)
    version: int = Field(primary_key=True)
    act: str
    reason: str
    body: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    changed_by: UUID | None
    changed_at: datetime
