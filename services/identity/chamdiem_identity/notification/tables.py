"""What accounts were told."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class NotificationRow(IdentityTable, table=True):
    __tablename__ = "notification"
    id: UUID = Field(primary_key=True)
    account_id: UUID = Field(foreign_key="account.id")
    kind: str
    text: str
    path: str
    sent_by: UUID | None = Field(foreign_key="account.id")
    sent_at: datetime
    read_at: datetime | None
    about: UUID | None
    about_version: int | None
