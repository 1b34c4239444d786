"""Bodies of requests and answers about survey campaigns."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_assessment.survey_campaign.domain import Campaign, is_running
from chamdiem_kit.instants import Instant
from chamdiem_kit.texts import CleanText

MOST_LINES = 1000


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class CampaignIn(_In):
    """Đợt khảo sát cho một hay nhiều kỳ đánh giá; mọi phiếu của bộ phiếu khảo sát đều thuộc đợt."""

    survey_forms_id: UUID
    period_ids: Annotated[Sequence[UUID], Field(min_length=1, max_length=50)]
    from_: Instant | None = Field(default=None, alias="from")
    to: Instant | None = None


class CampaignDatesIn(_In):
    """Thời gian của đợt khảo sát; bỏ trống là không giới hạn."""

    from_: Instant | None = Field(default=None, alias="from")
    to: Instant | None = None


class ReopenIn(_In):
    """Lý do mở lại phiếu đã chốt số liệu."""

    reason: Annotated[CleanText, Field(max_length=2000)]


class ResponseLineIn(_In):
    unit_code: str
    form: str
    valid: str


class ResponsesIn(_In):
    lines: Annotated[Sequence[ResponseLineIn], Field(max_length=MOST_LINES)]


class TotalLineIn(_In):
    unit_code: str
    form: str
    question: str
    option: str
    count: str


class TotalsIn(_In):
    lines: Annotated[Sequence[TotalLineIn], Field(max_length=MOST_LINES)]


class RefusedLineOut(BaseModel):
    index: int
    column: str
    problem: Mapping[str, Any]


class BatchOut(BaseModel):
    """Số dòng đã lưu và các dòng bị từ chối, theo thứ tự."""

    saved: int
    refused: Sequence[RefusedLineOut]


class FormOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    code: str
    status: Literal["open", "closed"]
    closed_at: datetime | None


class CampaignOut(BaseModel):
    """Đợt khảo sát và tình trạng từng phiếu."""

    id: UUID
    survey_forms_id: UUID
    period_ids: Sequence[UUID]
    from_: datetime | None = Field(serialization_alias="from", validation_alias="from")
    to: datetime | None
    forms: Sequence[FormOut]
    running: bool = False
    """Bây giờ có trong thời gian nhập số liệu không."""
    version: int


def campaign_out(campaign: Campaign, now: datetime) -> CampaignOut:
    """The answer about a campaign at an instant."""
    fields = {**vars(campaign), "from": campaign.from_at, "to": campaign.to_at, "running": is_running(campaign, now)}
    return CampaignOut.model_validate(fields)
