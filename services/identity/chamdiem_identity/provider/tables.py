"""Pending and past changes at the identity provider; a password stands here only until its change is made."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class ProviderTaskRow(IdentityTable, table=True):
    __tablename__ = "provider_task"
    id: int = Field(primary_key=True)
    person_id: UUID = Field(foreign_key="person.id")
    kind: str
    full_name: str
    password: str | None
    created_at: datetime
    not_before: datetime
    attempts: int
    done_at: datetime | None
    outcome: str | None
    refusal: str
