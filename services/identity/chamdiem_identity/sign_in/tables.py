"""Who signed in, and when."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class SignInRow(IdentityTable, table=True):
    __tablename__ = "sign_in"
    id: UUID = Field(primary_key=True)
    sub: str
    username: str
    signed_in_at: datetime
