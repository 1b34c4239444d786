"""Table of requests for extensions; the migration has its constraints and triggers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, Index, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class ExtensionRequestRow(AssessmentTable, table=True):
    __tablename__ = "extension_request"
    __table_args__ = (
        Index("uq_extension_request_open", "period_id", "unit_code", unique=True, postgresql_where=text("status = 'open'")),
        Index("ix_extension_request_period_id", "period_id"),
    )
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    period_id: UUID = Field(foreign_key="period.id")
    unit_code: str
    to_at: datetime = Field(sa_type=_TIME)
    reason: str
    asked_by: UUID
    asked_at: datetime = Field(sa_type=_TIME)
    status: str
    decided_by: UUID | None
    decided_at: datetime | None = Field(sa_type=_TIME)
    decision_reason: str
    extension_number: int | None = Field(sa_type=BigInteger)
