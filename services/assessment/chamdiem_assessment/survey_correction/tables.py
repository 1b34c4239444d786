"""The table of corrections; the migration has its checks and trigger."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKeyConstraint, Index, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable


class SurveyCorrectionRow(AssessmentTable, table=True):
    __tablename__ = "survey_correction"
    __table_args__ = (
        ForeignKeyConstraint(["campaign_id", "form"], ["survey_campaign_form.campaign_id", "survey_campaign_form.form"]),
        Index("ix_survey_correction_campaign_id_unit_code", "campaign_id", "unit_code", "id"),
    )
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    campaign_id: UUID
    form: str
    unit_code: str
    question: str | None
    option: str | None
    before: int = Field(sa_type=BigInteger)
    after: int = Field(sa_type=BigInteger)
    reason: str
    corrected_by: UUID
    corrected_at: datetime = Field(sa_type=DateTime(timezone=True))
