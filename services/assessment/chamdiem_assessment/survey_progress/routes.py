"""The operation that tells how far the keying in of a campaign is (rights.md: survey campaigns: manager)."""

from collections.abc import Sequence
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayWriteCampaigns, require_whole_province
from chamdiem_assessment.survey_campaign.store import load_campaign, load_entered
from chamdiem_assessment.survey_forms import store as survey_forms
from chamdiem_assessment.survey_progress.domain import SurveyedUnit, progress_of
from chamdiem_kit.app import Ctx, service_router

router = service_router("assessment", "/survey-campaigns", tags=["survey-campaigns"])

_UNITS = text("""
    SELECT o.unit_code, o.unit_name, o.unit_type, p.program FROM period_sheet o JOIN period p ON p.id = o.period_id
     WHERE o.period_id = ANY(CAST(:period_ids AS uuid[])) ORDER BY o.unit_name, o.unit_code""")


class FormOfUnitOut(BaseModel):
    """Một phiếu về một đơn vị: số phiếu hợp lệ (trống: chưa nhập), đã nhập `entered` trên `expected` số lượng phương án."""

    model_config = ConfigDict(from_attributes=True)
    form: str
    unit_code: str
    unit_name: str
    valid: int | None
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
        units = await _units(tx, campaign.period_ids)
        entered = await load_entered(tx, campaign_id)
    return SurveyProgressOut(lines=[FormOfUnitOut.model_validate(line) for line in progress_of(forms, units, entered)])


async def _units(tx: AsyncConnection, period_ids: Sequence[UUID]) -> list[SurveyedUnit]:
    return [SurveyedUnit(*row) for row in await tx.execute(_UNITS, {"period_ids": list(period_ids)})]
