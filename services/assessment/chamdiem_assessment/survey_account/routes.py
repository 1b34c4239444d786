"""HTTP operations of an account that has survey forms to answer (rights.md: fill the account's forms: officer, head; Điều 9.1)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Path
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayAnswerSurveys, MayReadOwnSurveys
from chamdiem_assessment.survey_account import store
from chamdiem_assessment.survey_account.domain import NotAsked, OwnForm, forms_asked
from chamdiem_assessment.survey_answer.bodies import (
    AnswerCountedOut,
    AskedFormOut,
    AttemptKey,
    SurveyAnswerIn,
    asked_out,
    counted_out,
)
from chamdiem_assessment.survey_answer.domain import Asked, attempt_of, judge_answer
from chamdiem_assessment.survey_answer.store import count
from chamdiem_assessment.survey_campaign.domain import Campaign, CampaignNotFound, is_running, require_answerable
from chamdiem_assessment.survey_campaign.store import load_campaign, open_campaigns, surveyed_units
from chamdiem_assessment.survey_forms.store import load_version
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.texts import CleanText

router = service_router("assessment", "/own-survey-forms", tags=["own-survey-forms"])
Code = Annotated[CleanText, Path()]


class OwnFormOut(BaseModel):
    """Một phiếu khảo sát mà tài khoản được hỏi, về một đơn vị."""

    campaign_id: UUID
    form: str
    title: str
    unit_code: str
    unit_name: str
    closes_at: datetime | None
    clock_at: datetime | None
    rehearsal: bool
    status: Literal["due", "answered"]


class OwnFormsOut(BaseModel):
    """Các phiếu khảo sát đang nhận câu trả lời của tài khoản; `due` là số phiếu còn phải trả lời."""

    due: int
    forms: Sequence[OwnFormOut]


@router.get("")
async def list_own_survey_forms(actor: MayReadOwnSurveys, ctx: Ctx) -> OwnFormsOut:
    """Phiếu khảo sát đang chờ tài khoản trả lời, và phiếu đã trả lời của đợt đang diễn ra."""
    found: list[OwnFormOut] = []
    async with ctx.snapshot() as tx:
        now = await real_now(tx)
        running = [c for c in await open_campaigns(tx) if is_running(c, now)]
        answered = await store.answered_of(tx, actor.account_id, [c.id for c in running])
        for campaign in running:
            for own in await _asked_of(tx, campaign, actor):
                form = campaign.form(own.form.code)
                if form is not None and form.closed_at is None:
                    found.append(_line(campaign, own, (campaign.id, own.form.code, own.unit.code) in answered))
    return OwnFormsOut(due=sum(one.status == "due" for one in found), forms=found)


@router.get("/{campaign_id}/{form}/{unit_code}")
async def show_own_survey_form(campaign_id: UUID, form: Code, unit_code: Code, actor: MayReadOwnSurveys, ctx: Ctx) -> AskedFormOut:
    """Phiếu khảo sát về một đơn vị để tài khoản trả lời."""
    async with ctx.snapshot() as tx:
        asked = await _asked(tx, campaign_id, form, unit_code, actor)
        require_answerable(asked.campaign, form, await real_now(tx))
    return asked_out(asked, ctx.settings.province_body)


@router.post("/{campaign_id}/{form}/{unit_code}/answer")
async def answer_own_survey_form(
    campaign_id: UUID, form: Code, unit_code: Code, body: SurveyAnswerIn, actor: MayAnswerSurveys, ctx: Ctx, key: AttemptKey = None
) -> AnswerCountedOut:
    """Trả lời phiếu khảo sát bằng tài khoản, một lần; hệ thống chỉ giữ rằng tài khoản đã trả lời, không giữ trả lời thế nào và lúc nào."""
    async with ctx.transaction() as tx:
        asked = await _asked(tx, campaign_id, form, unit_code, actor, share=True)
        # Whether it was counted before comes first: who sends again after the end has answered in time.
        if await store.spend(tx, asked, actor.account_id, attempt_of(key)):
            require_answerable(asked.campaign, form, await real_now(tx))
            await count(tx, asked, judge_answer(asked.form, asked.words, body.value()))
    return counted_out(asked)


async def _asked(tx: AsyncConnection, campaign_id: UUID, form: str, unit_code: str, actor: Actor, *, share: bool = False) -> Asked:
    not_asked = NotAsked("Hãy mở lại danh sách phiếu khảo sát của tài khoản.")
    try:
        campaign = await load_campaign(tx, campaign_id, share=share)
    except CampaignNotFound as fault:
        raise not_asked from fault
    for own in await _asked_of(tx, campaign, actor):
        if (own.form.code, own.unit.code) == (form, unit_code):
            return Asked(campaign, own.form, own.words, own.unit.code, own.unit.name)
    raise not_asked


async def _asked_of(tx: AsyncConnection, campaign: Campaign, actor: Actor) -> list[OwnForm]:
    if actor.unit_code is None:
        return []
    respondent = await store.load_respondent(tx, actor.unit_code, actor.person_units, approves="unit_approver" in actor.roles)
    if respondent is None:
        return []
    version = await load_version(tx, campaign.survey_forms_id)
    return list(forms_asked(respondent, version.forms, version.words, await surveyed_units(tx, campaign.period_ids)))


def _line(campaign: Campaign, own: OwnForm, answered: bool) -> OwnFormOut:
    return OwnFormOut(
        campaign_id=campaign.id,
        form=own.form.code,
        title=own.form.title,
        unit_code=own.unit.code,
        unit_name=own.unit.name,
        closes_at=campaign.to_at,
        clock_at=campaign.clock_at,
        rehearsal=campaign.clock_at is not None,
        status="answered" if answered else "due",
    )
