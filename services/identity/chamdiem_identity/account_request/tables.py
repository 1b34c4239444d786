"""Requests for accounts and passwords; a decided one is not changed any more."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class AccountRequestRow(IdentityTable, table=True):
    __tablename__ = "account_request"
    id: UUID = Field(primary_key=True)
    about: str
    unit_code: str | None = Field(foreign_key="unit.code")
    appraiser_code: str | None
    username: str | None
    holder_name: str | None
    role: str | None
    account_id: UUID | None = Field(foreign_key="account.id")
    reason: str
    asked_by: UUID = Field(foreign_key="account.id")
    asked_at: datetime
    status: str
    decided_by: UUID | None = Field(foreign_key="account.id")
    decided_at: datetime | None
    decision_reason: str
    version: int
