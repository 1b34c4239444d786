"""The operation that tells how far the keying in of a campaign is (rights.md: survey campaigns: manager)."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from chamdiem_assessment.access import MayWriteCampaigns, require_whole_province
from chamdiem_assessment.survey_campaign.store import load_campaign, load_entered, surveyed_units
from chamdiem_assessment.survey_forms import store as survey_forms
from chamdiem_assessment.survey_progress.domain import progress_of
from chamdiem_assessment.survey_tally.store import answers_by_form_and_unit
from chamdiem_kit.app import Ctx, service_router

router = service_router("assessment", "/survey-campaigns", tags=["survey-campaigns"])


class FormOfUnitOut(BaseModel):
    """Một phiếu về một đơn vị: số phiếu giấy hợp lệ (trống: chưa nhập), số người trả lời trên mạng (`answers`).

    Đã nhập `entered` trên `expected` số lượng phương án từ phiếu giấy.
    """

    model_config = ConfigDict(from_attributes=True)
    form: str
    unit_code: str
    unit_name: str
    valid: int | None
    answers: int
    too_few: bool
    entered: int
    expected: int


class SurveyProgressOut(BaseModel):
    """Tiến độ nhập số liệu của đợt khảo sát, theo phiếu rồi theo đơn vị của các kỳ đánh giá."""

    lines: Sequence[FormOfUnitOut]


@router.get("/{campaign_id}/progress")
async def show_survey_progress(campaign_id: UUID, actor: MayWriteCampaigns, ctx: Ctx) -> SurveyProgressOut:
    """Tiến độ nhập số liệu: phiếu nào của đơn vị nào đã nhập, còn thiếu, ít hơn cỡ mẫu."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        campaign = await load_campaign(tx, campaign_id)
        forms = await survey_forms.load_published(tx, campaign.survey_forms_id)
        units = await surveyed_units(tx, campaign.period_ids)
        entered = await load_entered(tx, campaign_id)
        answers = await answers_by_form_and_unit(tx, campaign_id)
    return SurveyProgressOut(lines=[FormOfUnitOut.model_validate(line) for line in progress_of(forms, units, entered, answers)])
