"""Tables of evidence files and of the log of their links; the migration has their constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_NEW_ID = {"server_default": text("uuidv7()")}
_TIME = DateTime(timezone=True)


class EvidenceRow(AssessmentTable, table=True):
    __tablename__ = "evidence"
    id: UUID = Field(primary_key=True, sa_column_kwargs=_NEW_ID)
    period_id: UUID = Field(foreign_key="period.id")
    unit_code: str
    name: str
    media_type: str
    announced_size_bytes: int
    status: str
    refusal: str | None
    sha256: str | None
    size_bytes: int | None
    scan: str
    uploaded_by: UUID
    created_at: datetime = Field(sa_type=_TIME)
    uploaded_at: datetime | None = Field(sa_type=_TIME)
    judged_at: datetime | None = Field(sa_type=_TIME)
    received_removed: bool
    sub_unit_code: str | None


class EvidenceLinkRow(AssessmentTable, table=True):
    __tablename__ = "evidence_link"
    seq: int = Field(primary_key=True)
    evidence_id: UUID = Field(foreign_key="evidence.id")
    account_id: UUID
    given_at: datetime = Field(sa_type=_TIME)
    until: datetime = Field(sa_type=_TIME)
