"""Tables of links. A link has no time and no id but the hash of its token (see `survey_tally.domain`); the migration has the checks."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import DateTime, ForeignKeyConstraint, Index, LargeBinary, text
from sqlmodel import Field

from chamdiem_assessment.tables_base import AssessmentTable

_TIME = DateTime(timezone=True)


class SurveyLinkBatchRow(AssessmentTable, table=True):
    __tablename__ = "survey_link_batch"
    __table_args__ = (
        ForeignKeyConstraint(["campaign_id", "form"], ["survey_campaign_form.campaign_id", "survey_campaign_form.form"]),
        Index("ix_survey_link_batch_campaign_id", "campaign_id", "id"),
    )
    id: UUID = Field(primary_key=True, sa_column_kwargs={"server_default": text("uuidv7()")})
    campaign_id: UUID
    form: str
    unit_code: str
    unit_name: str
    note: str
    made_by: UUID
    made_at: datetime = Field(sa_type=_TIME)
    revoked_by: UUID | None
    revoked_at: datetime | None = Field(sa_type=_TIME)
    revoke_reason: str = Field(sa_column_kwargs={"server_default": text("''")})


class SurveyLinkRow(AssessmentTable, table=True):
    __tablename__ = "survey_link"
    __table_args__ = (Index("ix_survey_link_batch_id", "batch_id"),)
    token_sha256: bytes = Field(primary_key=True, sa_type=LargeBinary)
    batch_id: UUID = Field(foreign_key="survey_link_batch.id")
    status: str
    attempt_sha256: bytes | None = Field(sa_type=LargeBinary)
