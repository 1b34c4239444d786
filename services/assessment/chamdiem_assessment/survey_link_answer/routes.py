"""HTTP operations of who holds a link; nobody signs in, the token in the header is the right (rights.md: answer by link)."""

from typing import Annotated

from fastapi import Header
from sqlalchemy.ext.asyncio import AsyncConnection

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
from chamdiem_assessment.survey_campaign.domain import UnknownForm, require_answerable
from chamdiem_assessment.survey_campaign.store import load_campaign
from chamdiem_assessment.survey_forms.store import load_version
from chamdiem_assessment.survey_link.domain import Link, was_counted
from chamdiem_assessment.survey_link.store import find_link, lock_link, spend
from chamdiem_kit.access import PUBLIC
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now

router = service_router("assessment", "/survey-link", tags=["survey-link"])
Token = Annotated[str, Header(alias="Survey-Token", max_length=200, description="Mã của liên kết, phần sau dấu # của địa chỉ")]


@router.get("", openapi_extra=PUBLIC)
async def show_form_of_link(ctx: Ctx, token: Token = "") -> AskedFormOut:
    """Phiếu khảo sát của một liên kết, khi còn trả lời được."""
    async with ctx.snapshot() as tx:
        link = await find_link(tx, token)
        asked = await _asked(tx, link)
        was_counted(link, None)
        require_answerable(asked.campaign, link.form, await real_now(tx))
    return asked_out(asked, ctx.settings.province_body)


@router.post("/answer", openapi_extra=PUBLIC)
async def answer_by_link(body: SurveyAnswerIn, ctx: Ctx, token: Token = "", key: AttemptKey = None) -> AnswerCountedOut:
    """Gửi phiếu trả lời bằng liên kết; mỗi liên kết nhận một phiếu, gửi lại cùng khóa thì không tính hai lần."""
    attempt = attempt_of(key)
    async with ctx.transaction() as tx:
        # The campaign first, as closing does: an answer is in what closing tells, or refused.
        asked = await _asked(tx, await find_link(tx, token), share=True)
        link = await lock_link(tx, token)
        if not was_counted(link, attempt):
            require_answerable(asked.campaign, link.form, await real_now(tx))
            await count(tx, asked, judge_answer(asked.form, asked.words, body.value()))
            await spend(tx, link, token, attempt)
    return counted_out(asked)


async def _asked(tx: AsyncConnection, link: Link, *, share: bool = False) -> Asked:
    campaign = await load_campaign(tx, link.campaign_id, share=share)
    version = await load_version(tx, campaign.survey_forms_id)
    form = version.forms.form(link.form)
    if form is None:
        raise UnknownForm("Hãy kiểm tra lại mã phiếu khảo sát.")
    return Asked(campaign, form, version.words[form.code], link.unit_code, link.unit_name)
