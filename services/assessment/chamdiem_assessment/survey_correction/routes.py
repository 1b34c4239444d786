"""HTTP operations that show and correct what was keyed in for a unit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Path, Response
from pydantic import BaseModel, ConfigDict

from chamdiem_assessment.access import MayWriteCampaigns, require_whole_province
from chamdiem_assessment.survey_campaign.store import load_campaign, load_entered
from chamdiem_assessment.survey_correction import store
from chamdiem_assessment.survey_correction.domain import SurveyNumber, correct_number
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.refusals import as_invalid
from chamdiem_kit.texts import CleanText
from chamdiem_rules.refusal import Refused

router = service_router("assessment", "/survey-campaigns", tags=["survey-campaigns"])


class ResponseCorrectionIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    unit_code: CleanText
    form: CleanText
    valid: str
    reason: CleanText


class TotalCorrectionIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    unit_code: CleanText
    form: CleanText
    question: CleanText
    option: CleanText
    count: str
    reason: CleanText


class SurveyNumberOut(BaseModel):
    """Một số liệu đã nhập: số phiếu hợp lệ, hoặc (có `question`, `option`) số người chọn phương án."""

    model_config = ConfigDict(from_attributes=True)
    unit_code: str
    form: str
    question: str | None
    option: str | None
    value: int
    version: int


class SurveyCorrectionOut(BaseModel):
    form: str
    question: str | None
    option: str | None
    before: int
    after: int
    reason: str
    corrected_by: UUID
    corrected_at: datetime


class SurveyOfUnitOut(BaseModel):
    """Số liệu khảo sát của một đơn vị và các lần sửa."""

    numbers: Sequence[SurveyNumberOut]
    corrections: Sequence[SurveyCorrectionOut]


@router.get("/{campaign_id}/units/{unit_code}")
async def show_survey_of_unit(
    campaign_id: UUID, unit_code: Annotated[CleanText, Path()], actor: MayWriteCampaigns, ctx: Ctx
) -> SurveyOfUnitOut:
    """Số liệu khảo sát đã nhập của một đơn vị, kèm các lần sửa."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        await load_campaign(tx, campaign_id)
        numbers = await store.numbers_of_unit(tx, campaign_id, unit_code)
        corrections = await store.corrections_of_unit(tx, campaign_id, unit_code)
    return SurveyOfUnitOut(
        numbers=[SurveyNumberOut.model_validate(n) for n in numbers],
        corrections=[SurveyCorrectionOut.model_validate(dict(c)) for c in corrections],
    )


@router.put("/{campaign_id}/responses")
async def correct_survey_response(
    campaign_id: UUID, body: ResponseCorrectionIn, actor: MayWriteCampaigns, expected: ExpectedVersion, ctx: Ctx, response: Response
) -> SurveyNumberOut:
    """Sửa số phiếu hợp lệ đã nhập sai, có lý do, khi phiếu chưa chốt."""
    wanted = (body.unit_code, body.form, None, None)
    number = await _correct(ctx, campaign_id, wanted, body.valid, body.reason, actor, expected)
    set_etag(response, number.version)
    return SurveyNumberOut.model_validate(number)


@router.put("/{campaign_id}/totals")
async def correct_survey_total(
    campaign_id: UUID, body: TotalCorrectionIn, actor: MayWriteCampaigns, expected: ExpectedVersion, ctx: Ctx, response: Response
) -> SurveyNumberOut:
    """Sửa số lượng câu trả lời đã nhập sai, có lý do, khi phiếu chưa chốt."""
    wanted = (body.unit_code, body.form, body.question, body.option)
    number = await _correct(ctx, campaign_id, wanted, body.count, body.reason, actor, expected)
    set_etag(response, number.version)
    return SurveyNumberOut.model_validate(number)


async def _correct(
    ctx: Service,
    campaign_id: UUID,
    wanted: tuple[str, str, str | None, str | None],
    value: str,
    reason: str,
    actor: Actor,
    expected: int,
) -> SurveyNumber:
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        campaign = await load_campaign(tx, campaign_id, lock=True)
        number = await store.load_number(tx, campaign_id, *wanted)
        require_version(expected, number.version, SurveyNumberOut.model_validate(number).model_dump())
        entered = await load_entered(tx, campaign_id, units=[number.unit_code], forms=[number.form])
        try:
            kept = correct_number(campaign, entered, number, value, reason)
        except Refused as refused:
            raise as_invalid("assessment", refused) from refused
        await store.save_correction(tx, campaign_id, number, kept, reason, actor.account_id, await real_now(tx))
    return replace(number, value=kept, version=number.version + 1)
