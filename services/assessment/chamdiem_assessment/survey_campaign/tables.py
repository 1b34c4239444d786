"""Tables of survey campaigns; the migration has their checks and triggers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKeyConstraint, UniqueConstraint, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)
_ONE = {"server_default": text("1")}
_FORM = ["campaign_id", "form"]
_OF_FORM = ["survey_campaign_form.campaign_id", "survey_campaign_form.form"]


class SurveyCampaignRow(AssessmentTable, table=True):
    __tablename__ = "survey_campaign"
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    survey_forms_id: UUID = Field(foreign_key="survey_forms.id")
    from_at: datetime | None = Field(sa_type=_TIME)
    to_at: datetime | None = Field(sa_type=_TIME)
    created_by: UUID
    created_at: datetime = Field(sa_type=_TIME)
    version: int = Field(sa_type=BigInteger, sa_column_kwargs=_ONE)


class SurveyCampaignPeriodRow(AssessmentTable, table=True):
    __tablename__ = "survey_campaign_period"
    __table_args__ = (UniqueConstraint("period_id"),)
    campaign_id: UUID = Field(primary_key=True, foreign_key="survey_campaign.id")
    period_id: UUID = Field(primary_key=True, foreign_key="period.id")


class SurveyCampaignFormRow(AssessmentTable, table=True):
    __tablename__ = "survey_campaign_form"
    campaign_id: UUID = Field(primary_key=True, foreign_key="survey_campaign.id")
    form: str = Field(primary_key=True)
    place: int
    status: str
    closed_by: UUID | None
    closed_at: datetime | None = Field(sa_type=_TIME)
    version: int = Field(sa_type=BigInteger, sa_column_kwargs=_ONE)


class SurveyResponseRow(AssessmentTable, table=True):
    __tablename__ = "survey_response"
    __table_args__ = (ForeignKeyConstraint(_FORM, _OF_FORM),)
    campaign_id: UUID = Field(primary_key=True)
    form: str = Field(primary_key=True)
    unit_code: str = Field(primary_key=True)
    valid: int = Field(sa_type=BigInteger)
    version: int = Field(sa_type=BigInteger, sa_column_kwargs=_ONE)
    entered_by: UUID
    entered_at: datetime = Field(sa_type=_TIME)


class SurveyTotalRow(AssessmentTable, table=True):
    __tablename__ = "survey_total"
    __table_args__ = (ForeignKeyConstraint(_FORM, _OF_FORM),)
    campaign_id: UUID = Field(primary_key=True)
    form: str = Field(primary_key=True)
    unit_code: str = Field(primary_key=True)
    question: str = Field(primary_key=True)
    option: str = Field(primary_key=True)
    count: int = Field(sa_type=BigInteger)
    version: int = Field(sa_type=BigInteger, sa_column_kwargs=_ONE)
    entered_by: UUID
    entered_at: datetime = Field(sa_type=_TIME)


class SurveyFormHistoryRow(AssessmentTable, table=True):
    __tablename__ = "survey_form_history"
    __table_args__ = (ForeignKeyConstraint(_FORM, _OF_FORM),)
    campaign_id: UUID = Field(primary_key=True)
    form: str = Field(primary_key=True)
    version: int = Field(primary_key=True, sa_type=BigInteger)
    act: str
    reason: str
    changed_by: UUID
    changed_at: datetime = Field(sa_type=_TIME)
