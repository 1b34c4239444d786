"""HTTP operations on survey campaigns (rights.md: survey campaigns, totals from paper: manager)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import Path, Response
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayWriteCampaigns, require_whole_province
from chamdiem_assessment.document.domain import DocumentNotFound
from chamdiem_assessment.extension_request.domain import require_reason
from chamdiem_assessment.known.unit import units_by_code
from chamdiem_assessment.period.store import load_periods
from chamdiem_assessment.survey_campaign import domain, events, store
from chamdiem_assessment.survey_campaign.bodies import (
    BatchOut,
    CampaignDatesIn,
    CampaignIn,
    CampaignOut,
    RefusedLineOut,
    ReopenIn,
    ResponsesIn,
    TotalsIn,
    campaign_out,
)
from chamdiem_assessment.survey_campaign.domain import Campaign, GivenResponse, GivenTotal, Judging, Refusals
from chamdiem_assessment.survey_forms import store as survey_forms
from chamdiem_assessment.survey_tally.domain import together
from chamdiem_assessment.survey_tally.store import load_tallies
from chamdiem_kit import outbox
from chamdiem_kit.access import Actor
from chamdiem_kit.app import Ctx, Service, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.refusals import as_invalid, refused_line
from chamdiem_kit.texts import CleanText
from chamdiem_rules.refusal import Refused

router = service_router("assessment", "/survey-campaigns", tags=["survey-campaigns"])
FormCode = Annotated[CleanText, Path()]


@router.post("", status_code=201)
async def begin_survey_campaign(
    body: CampaignIn, actor: MayWriteCampaigns, ctx: Ctx, retry: RetryProtection, response: Response
) -> CampaignOut:
    """Tạo đợt khảo sát cho một hay nhiều kỳ đánh giá."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            periods = await load_periods(tx, body.period_ids)
            try:
                forms = await survey_forms.load_published(tx, body.survey_forms_id)
            except DocumentNotFound:
                forms = None
            campaign = domain.plan_campaign(body.survey_forms_id, forms, body.period_ids, periods, body.from_, body.to)
            now = await real_now(tx)
            new_id = await store.add_campaign(tx, campaign, actor.account_id, now)
            answer = campaign_out(replace(campaign, id=new_id), now)
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json", by_alias=True))
        else:
            answer = CampaignOut.model_validate(earlier)
    set_etag(response, answer.version)
    return answer


@router.get("")
async def list_survey_campaigns(actor: MayWriteCampaigns, ctx: Ctx, limit: Limit = 50, after: After = None) -> Page[CampaignOut]:
    """Các đợt khảo sát."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        now = await real_now(tx)
        found = await store.list_campaigns(tx, after_id(after), limit + 1)
    rows, following = page_by_id(found, limit, lambda c: c.id)
    return Page(items=[campaign_out(c, now) for c in rows], next=following)


@router.get("/{campaign_id}")
async def show_survey_campaign(campaign_id: UUID, actor: MayWriteCampaigns, ctx: Ctx, response: Response) -> CampaignOut:
    """Một đợt khảo sát và tình trạng từng phiếu."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        now = await real_now(tx)
        campaign = await store.load_campaign(tx, campaign_id)
    set_etag(response, campaign.version)
    return campaign_out(campaign, now)


@router.put("/{campaign_id}")
async def change_survey_campaign(
    campaign_id: UUID, body: CampaignDatesIn, actor: MayWriteCampaigns, expected: ExpectedVersion, ctx: Ctx, response: Response
) -> CampaignOut:
    """Đổi thời gian của đợt khảo sát, kể cả sau khi đã hết, khi còn phiếu chưa chốt."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        before = await store.load_campaign(tx, campaign_id, lock=True)
        require_version(expected, before.version, campaign_out(before, now).model_dump(mode="json", by_alias=True))
        after = domain.change_dates(before, body.from_, body.to)
        await store.save_dates(tx, after)
    set_etag(response, after.version)
    return campaign_out(after, now)


@router.patch("/{campaign_id}/responses")
async def enter_survey_responses(campaign_id: UUID, body: ResponsesIn, actor: MayWriteCampaigns, ctx: Ctx) -> BatchOut:
    """Nhập số phiếu hợp lệ theo phiếu và đơn vị; mỗi dòng đúng được lưu, mỗi dòng sai được nêu lý do."""
    require_whole_province(actor)
    lines = [GivenResponse(line.unit_code, line.form, line.valid) for line in body.lines]
    async with ctx.transaction() as tx:
        judging = await _judging(tx, campaign_id, lines)
        good, refused = domain.judge_responses(judging, lines)
        if good:
            await store.add_responses(tx, campaign_id, good, actor.account_id, await real_now(tx))
    return _batch(len(good), refused)


@router.patch("/{campaign_id}/totals")
async def enter_survey_totals(campaign_id: UUID, body: TotalsIn, actor: MayWriteCampaigns, ctx: Ctx) -> BatchOut:
    """Nhập số lượng câu trả lời từ phiếu giấy; mỗi dòng đúng được lưu, mỗi dòng sai được nêu lý do."""
    require_whole_province(actor)
    lines = [GivenTotal(line.unit_code, line.form, line.question, line.option, line.count) for line in body.lines]
    async with ctx.transaction() as tx:
        judging = await _judging(tx, campaign_id, lines)
        good, refused = domain.judge_totals(judging, lines)
        if good:
            await store.add_totals(tx, campaign_id, good, actor.account_id, await real_now(tx))
    return _batch(len(good), refused)


@router.post("/{campaign_id}/forms/{form}/close")
async def close_survey_form(campaign_id: UUID, form: FormCode, actor: MayWriteCampaigns, ctx: Ctx, response: Response) -> CampaignOut:
    """Chốt số liệu một phiếu, gồm phiếu giấy và câu trả lời trên mạng; sau đó không nhận thêm nữa."""
    campaign, now = await _close(ctx, campaign_id, actor, lambda _: [form])
    set_etag(response, campaign.version)
    return campaign_out(campaign, now)


@router.post("/{campaign_id}/close")
async def close_survey_campaign(campaign_id: UUID, actor: MayWriteCampaigns, ctx: Ctx, response: Response) -> CampaignOut:
    """Chốt số liệu mọi phiếu còn mở của đợt khảo sát."""
    campaign, now = await _close(ctx, campaign_id, actor, lambda c: [f.code for f in c.forms if f.status == "open"])
    set_etag(response, campaign.version)
    return campaign_out(campaign, now)


@router.post("/{campaign_id}/forms/{form}/reopen")
async def reopen_survey_form(
    campaign_id: UUID, form: FormCode, body: ReopenIn, actor: MayWriteCampaigns, ctx: Ctx, response: Response
) -> CampaignOut:
    """Mở lại một phiếu đã chốt số liệu, có lý do, khi kết quả chưa công bố; kết quả trở lại tạm tính."""
    require_whole_province(actor)
    require_reason(body.reason, "Hãy nêu lý do mở lại phiếu.")
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        before = await store.load_campaign(tx, campaign_id, lock=True)
        after, again = domain.reopen_form(before, form, published=await store.any_published(tx, before.period_ids))
        await store.save_reopened(tx, after, again, body.reason, actor.account_id, now)
        await outbox.add(tx, events.reopened(after, again))
    set_etag(response, after.version)
    return campaign_out(after, now)


async def _close(ctx: Service, campaign_id: UUID, actor: Actor, codes_of: Callable[[Campaign], Iterable[str]]) -> tuple[Campaign, datetime]:
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        now = await real_now(tx)
        before = await store.load_campaign(tx, campaign_id, lock=True)
        after, closed = domain.close_forms(before, codes_of(before), now, actor.account_id)
        await store.save_closed(tx, after, closed, actor.account_id, now)
        codes = [f.code for f in closed]
        entered = await store.load_entered(tx, campaign_id, forms=codes)
        tallies = await load_tallies(tx, campaign_id, forms=codes)
        await outbox.add_all(tx, [events.closed(after, f, together(entered.of_form(f.code), f.code, tallies)) for f in closed])
    return after, now


async def _judging(tx: AsyncConnection, campaign_id: UUID, lines: Sequence[GivenResponse] | Sequence[GivenTotal]) -> Judging:
    campaign = await store.load_campaign(tx, campaign_id, lock=True)
    domain.require_running(campaign, await real_now(tx))
    codes = domain.codes_to_look_up(line.unit_code for line in lines)
    return Judging(
        campaign=campaign,
        forms=await survey_forms.load_published(tx, campaign.survey_forms_id),
        unit_types={code: unit.unit_type for code, unit in (await units_by_code(tx, codes)).items()},
        entered=await store.load_entered(tx, campaign_id, units=codes),
    )


def _batch(saved: int, refused: Refusals) -> BatchOut:
    problems = [(index, as_invalid("assessment", fault) if isinstance(fault, Refused) else fault) for index, fault in refused]
    return BatchOut(saved=saved, refused=[RefusedLineOut.model_validate(refused_line(index, problem)) for index, problem in problems])
