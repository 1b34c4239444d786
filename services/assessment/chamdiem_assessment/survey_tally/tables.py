"""The table of counted answers; it has no time and no row of a single answer (see `domain`)."""

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable


class SurveyTallyRow(AssessmentTable, table=True):
    __tablename__ = "survey_tally"
    __table_args__ = (ForeignKeyConstraint(["campaign_id", "form"], ["survey_campaign_form.campaign_id", "survey_campaign_form.form"]),)
    campaign_id: UUID = Field(primary_key=True)
    form: str = Field(primary_key=True)
    unit_code: str = Field(primary_key=True)
    answers: int = Field(sa_type=BigInteger)
    counts: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
    remarks: dict[str, Any] = Field(sa_column=Column(JSONB, nullable=False))
