"""HTTP operations on the links of a campaign (rights.md: survey campaigns, links: manager)."""

import base64
from asyncio import to_thread
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_assessment.access import MayWriteCampaigns, require_whole_province
from chamdiem_assessment.extension_request.domain import require_reason
from chamdiem_assessment.known.unit import units_by_code
from chamdiem_assessment.survey_campaign.domain import codes_to_look_up
from chamdiem_assessment.survey_campaign.store import load_campaign
from chamdiem_assessment.survey_forms import store as survey_forms
from chamdiem_assessment.survey_link import domain, store
from chamdiem_assessment.survey_link.workbook import write_links
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.texts import CleanText

router = service_router("assessment", "/survey-campaigns", tags=["survey-campaigns"])


class LinksIn(BaseModel):
    """Liên kết cần tạo: `count` liên kết cho mỗi đơn vị. `site` là địa chỉ trang mà liên kết dẫn tới, bỏ trống là địa chỉ công khai."""

    model_config = ConfigDict(extra="forbid")
    form: CleanText
    unit_codes: Annotated[Sequence[Annotated[CleanText, Field(max_length=200)]], Field(min_length=1, max_length=500)]
    count: Annotated[int, Field(ge=1, le=500)]
    note: Annotated[CleanText, Field(max_length=500)] = ""
    site: Annotated[str | None, Field(pattern=r"^https?://[A-Za-z0-9._:\[\]-]{1,200}$")] = None


class LinkBatchOut(BaseModel):
    """Một lần tạo liên kết cho một phiếu về một đơn vị, và bao nhiêu liên kết đã được trả lời; không bao giờ nói liên kết nào."""

    model_config = ConfigDict(from_attributes=True)
    id: UUID
    form: str
    unit_code: str
    unit_name: str
    note: str
    made: int
    answered: int
    revoked: int
    open: int
    made_by: UUID
    made_at: datetime
    revoked_at: datetime | None
    revoke_reason: str


class MadeLinkOut(BaseModel):
    form: str
    unit_code: str
    unit_name: str
    address: str


class LinksMadeOut(BaseModel):
    """Liên kết vừa tạo: chỉ có trong câu trả lời này, hệ thống không giữ. Gửi lại cùng khóa thì `links` trống."""

    batches: Sequence[LinkBatchOut]
    links: Sequence[MadeLinkOut]
    workbook: str = ""
    """Tệp XLSX của các liên kết, mã hóa base64."""


class RevokeIn(BaseModel):
    model_config = ConfigDict(extra="forbid")
    reason: Annotated[CleanText, Field(max_length=2000)]


@router.post("/{campaign_id}/links", status_code=201)
async def make_survey_links(campaign_id: UUID, body: LinksIn, actor: MayWriteCampaigns, ctx: Ctx, retry: RetryProtection) -> LinksMadeOut:
    """Tạo liên kết khảo sát, mỗi liên kết nhận một phiếu trả lời; hệ thống chỉ giữ mã băm nên đây là lần duy nhất thấy liên kết."""
    require_whole_province(actor)
    codes = list(dict.fromkeys(body.unit_codes))
    site = body.site or ctx.settings.public_url
    links: list[MadeLinkOut] = []
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return LinksMadeOut.model_validate(earlier)
        now = await real_now(tx)
        campaign = await load_campaign(tx, campaign_id, share=True)
        forms = await survey_forms.load_published(tx, campaign.survey_forms_id)
        known = await units_by_code(tx, codes_to_look_up(codes))
        units = [(u.code, u.name, u.unit_type) if (u := known.get(code)) else None for code in codes]
        wanted = domain.plan_links(campaign, forms, body.form, units, body.count, now)
        maker, batches = store.Maker(actor.account_id, now, body.note), []
        for one in wanted:
            tokens = [domain.new_token() for _ in range(one.count)]
            batches.append(LinkBatchOut.model_validate(await store.add_batch(tx, campaign_id, body.form, one, maker, tokens)))
            named = {"form": body.form, "unit_code": one.unit_code, "unit_name": one.unit_name}
            links += [MadeLinkOut(**named, address=domain.address(site, token)) for token in tokens]
        # Without the links: what is kept for a retry is kept.
        await retry.keep(tx, actor.account_id, LinksMadeOut(batches=batches, links=[]).model_dump(mode="json"))
    form = forms.form(body.form)
    title = f"Liên kết khảo sát: {form.title if form else body.form}"
    file = await to_thread(write_links, title, [(link.form, link.unit_name, link.address) for link in links])
    return LinksMadeOut(batches=batches, links=links, workbook=base64.b64encode(file).decode())


@router.get("/{campaign_id}/links")
async def list_survey_links(
    campaign_id: UUID, actor: MayWriteCampaigns, ctx: Ctx, limit: Limit = 50, after: After = None
) -> Page[LinkBatchOut]:
    """Các lần tạo liên kết của đợt khảo sát, và bao nhiêu liên kết của mỗi lần đã được trả lời."""
    require_whole_province(actor)
    async with ctx.snapshot() as tx:
        await load_campaign(tx, campaign_id)
        found = await store.list_batches(tx, campaign_id, after_id(after), limit + 1)
    rows, following = page_by_id(found, limit, lambda b: b.id)
    return Page(items=[LinkBatchOut.model_validate(b) for b in rows], next=following)


@router.post("/{campaign_id}/links/{batch_id}/revoke")
async def revoke_survey_links(campaign_id: UUID, batch_id: UUID, body: RevokeIn, actor: MayWriteCampaigns, ctx: Ctx) -> LinkBatchOut:
    """Thu hồi các liên kết chưa được trả lời của một lần tạo, có lý do; câu trả lời đã nhận vẫn được tính."""
    require_whole_province(actor)
    require_reason(body.reason, "Hãy nêu lý do thu hồi.")
    async with ctx.transaction() as tx:
        await load_campaign(tx, campaign_id, share=True)
        batch = await store.lock_batch(tx, campaign_id, batch_id)
        after = domain.revoke(batch, body.reason, await real_now(tx))
        await store.save_revoked(tx, after, actor.account_id)
    return LinkBatchOut.model_validate(after)
