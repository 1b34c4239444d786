"""Reports of incidents and ideas."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class IncidentRow(IdentityTable, table=True):
    __tablename__ = "incident"
    id: UUID = Field(primary_key=True)
    about: str
    text: str
    page: str
    reported_by: UUID = Field(foreign_key="account.id")
    reported_at: datetime
    passed_on_at: datetime | None
    answer: str
    answered_by: UUID | None = Field(foreign_key="account.id")
    answered_at: datetime | None
    version: int
