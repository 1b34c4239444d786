"""Table of proposals; the migration has its constraints."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class CriteriaProposalRow(AssessmentTable, table=True):
    __tablename__ = "criteria_proposal"
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    criteria_set_id: UUID = Field(foreign_key="criteria_set.id")
    item: str | None
    text: str
    unit_code: str | None = Field(index=True)
    appraiser_code: str | None = Field(index=True)
    proposed_by: UUID
    proposed_at: datetime = Field(sa_type=_TIME)
    status: str
    answer: str
    answered_by: UUID | None
    answered_at: datetime | None = Field(sa_type=_TIME)
