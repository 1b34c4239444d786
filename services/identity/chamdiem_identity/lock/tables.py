"""What appraisal and ranking told that decides locks; copies without foreign keys."""

from uuid import UUID

from sqlmodel import Field

from chamdiem_identity.tables_base import IdentityTable


class KnownAppraisalRow(IdentityTable, table=True):
    __tablename__ = "known_appraisal"
    appraisal_id: UUID = Field(primary_key=True)
    version: int
    appraiser_code: str
    open: bool
    lock_scope: str


class KnownCouncilSessionRow(IdentityTable, table=True):
    __tablename__ = "known_council_session"
    session_id: UUID = Field(primary_key=True)
    version: int
    open: bool
