"""Table of printed records; the migration has its constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable


class PrintedRecordRow(AppraisalTable, table=True):
    __tablename__ = "printed_record"
    fingerprint: str = Field(primary_key=True)
    sheet_id: UUID
    appraiser_code: str | None
    first_at: datetime = Field(sa_type=DateTime(timezone=True))
