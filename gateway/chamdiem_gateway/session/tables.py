"""Browser sessions, their access tokens, how they ended; logout tokens that were used."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from chamdiem_gateway.tables_base import GatewayTable


class BrowserSessionRow(GatewayTable, table=True):
    __tablename__ = "browser_session"
    id: str = Field(primary_key=True)
    sub: str
    username: str
    account_id: UUID | None
    provider_session: str | None
    refresh_token: bytes | None
    id_token: bytes
    access_token: bytes
    access_expires_at: datetime
    renewed_at: datetime
    refreshing_until: datetime
    created_at: datetime
    expires_at: datetime


class IssuedTokenRow(GatewayTable, table=True):
    __tablename__ = "issued_token"
    session_id: str = Field(primary_key=True, foreign_key="browser_session.id")
    token_session: str = Field(primary_key=True)
    expires_at: datetime


class SessionEndRow(GatewayTable, table=True):
    __tablename__ = "session_end"
    id: str = Field(primary_key=True)
    sub: str
    account_id: UUID | None
    because: str | None
    remembered_until: datetime


class UsedLogoutTokenRow(GatewayTable, table=True):
    __tablename__ = "used_logout_token"
    jti: str = Field(primary_key=True)
    remembered_until: datetime
