"""Guidance and all that it ever said."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class GuidanceRow(IdentityTable, table=True):
    __tablename__ = "guidance"
    place: str = Field(primary_key=True)
    page: str | None
    set_code: str | None
    item: str | None
    text: str
    version: int
    changed_by: UUID = Field(foreign_key="account.id")
    changed_at: datetime


class GuidanceHistoryRow(IdentityTable, table=True):
    __tablename__ = "guidance_history"
    place: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    text: str
    changed_by: UUID
    changed_at: datetime
