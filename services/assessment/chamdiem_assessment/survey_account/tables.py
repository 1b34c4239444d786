"""The table of what accounts have answered: that they did, never what or when (see `survey_tally.domain`)."""

from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, LargeBinary
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable


class SurveySpentRow(AssessmentTable, table=True):
    __tablename__ = "survey_spent"
    __table_args__ = (ForeignKeyConstraint(["campaign_id", "form"], ["survey_campaign_form.campaign_id", "survey_campaign_form.form"]),)
    campaign_id: UUID = Field(primary_key=True)
    form: str = Field(primary_key=True)
    unit_code: str = Field(primary_key=True)
    account_id: UUID = Field(primary_key=True)
    attempt_sha256: bytes | None = Field(sa_type=LargeBinary)
