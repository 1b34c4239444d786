"""The table of phase extensions."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime
from sqlmodel import Field

from chamdiem_appraisal.tables_base import AppraisalTable

_TIME = DateTime(timezone=True)


class PhaseExtensionRow(AppraisalTable, table=True):
    __tablename__ = "phase_extension"
    id: UUID = Field(primary_key=True)
    period_id: UUID
    to_at: datetime = Field(sa_type=_TIME)
    reason: str
    given_by: UUID
    given_at: datetime = Field(sa_type=_TIME)
