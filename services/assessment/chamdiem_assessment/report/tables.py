"""Table of the snapshots that were approved; the migration has its constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class ReportSnapshotRow(AssessmentTable, table=True):
    __tablename__ = "report_snapshot"
    sheet_id: UUID = Field(primary_key=True, foreign_key="self_assessment.sheet_id")
    fingerprint: str = Field(primary_key=True)
    document: str
    first_approved_at: datetime = Field(sa_type=_TIME)
