"""HTTP operations that show and correct what was keyed in for a unit."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Path, Response
from pydantic import BaseModel, ConfigDict

from chamdiem_assessment.access import MayWriteCampaigns, require_whole_province
from chamdiem_assessment.survey_campaign.domain import Campaign
from chamdiem_assessment.survey_campaign.store import load_campaign, load_entered
from chamdiem_assessment.survey_correction import store
from chamdiem_assessment.survey_correction.domain import SurveyNumber, correct_number
from chamdiem_assessment.survey_tally.domain import FEWEST_SHOWN, Tally
from chamdiem_assessment.survey_tally.store import load_tallies
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


class OptionCountOut(BaseModel):
    question: str
    option: str
    count: int


class RemarkOut(BaseModel):
    question: str
    text: str


class AnsweredHereOut(BaseModel):
    """Một phiếu đã được trả lời trên mạng: số người trả lời; số lượng và góp ý chỉ hiện khi đủ người trả lời hoặc phiếu đã chốt."""

    form: str
    answers: int
    shown: bool
    counts: Sequence[OptionCountOut]
    remarks: Sequence[RemarkOut]


class SurveyOfUnitOut(BaseModel):
    """Số liệu khảo sát của một đơn vị: đã nhập từ phiếu giấy, các lần sửa, và câu trả lời trên mạng."""

    numbers: Sequence[SurveyNumberOut]
    corrections: Sequence[SurveyCorrectionOut]
    answered: Sequence[AnsweredHereOut]


@router.get("/{campaign_id}/units/{unit_code}")
async def show_survey_of_unit(
    campaign_id: UUID, unit_code: Annotated[CleanText, Path()], actor: MayWriteCampaigns, ctx: Ctx
) -> SurveyOfUnitOut:
    """Số liệu khảo sát của một đơn vị: đã nhập, các lần sửa, và câu trả lời trên mạng."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        campaign = await load_campaign(tx, campaign_id)
        numbers = await store.numbers_of_unit(tx, campaign_id, unit_code)
        corrections = await store.corrections_of_unit(tx, campaign_id, unit_code)
        tallies = await load_tallies(tx, campaign_id, unit_code=unit_code)
    return SurveyOfUnitOut(
        numbers=[SurveyNumberOut.model_validate(n) for n in numbers],
        corrections=[SurveyCorrectionOut.model_validate(dict(c)) for c in corrections],
        answered=[_answered(campaign, tally) for tally in tallies],
    )


def _answered(campaign: Campaign, tally: Tally) -> AnsweredHereOut:
    form = campaign.form(tally.form)
    shown = tally.answers >= FEWEST_SHOWN or (form is not None and form.closed_at is not None)
    counts, remarks = tally.counts.counts, tally.remarks
    return AnsweredHereOut(
        form=tally.form,
        answers=tally.answers,
        shown=shown,
        counts=[OptionCountOut(question=q, option=o, count=n) for q in counts for o, n in counts[q].items()] if shown else [],
        remarks=[RemarkOut(question=q, text=words) for q in remarks for words in remarks[q]] if shown else [],
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
