"""Table of what was sent; the migration has its constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class SentSnapshotRow(AssessmentTable, table=True):
    __tablename__ = "sent_snapshot"
    sheet_id: UUID = Field(primary_key=True, foreign_key="self_assessment.sheet_id")
    version: int = Field(primary_key=True)
    sent_at: datetime = Field(sa_type=_TIME)
    received_at: datetime = Field(sa_type=_TIME)
    sent_by: UUID
    late: bool
    days_late: int
    report_fingerprint: str
    receipt_number: str = Field(unique=True)
    signed_report_name: str
    signed_report_sha256: str
