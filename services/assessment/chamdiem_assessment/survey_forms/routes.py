"""HTTP operations on survey forms with their scales."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict

from chamdiem_assessment.access import MayReadSets, MayWriteSets, Right, require_whole_province
from chamdiem_assessment.document.bodies import (
    DocumentIn,
    DocumentOut,
    PublishIn,
    Sha256,
    WholeDocumentOut,
    WrittenReviewOut,
    written_review,
)
from chamdiem_assessment.document.domain import draft_of, publish_document, redraft, require_draft, review_again, review_document
from chamdiem_assessment.survey_forms import events
from chamdiem_assessment.survey_forms.domain import changes_of, judge_forms
from chamdiem_assessment.survey_forms.store import documents
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id

router = service_router("assessment", "/survey-forms", tags=["survey-forms"])


class ChangeOut(BaseModel):
    """Một chỗ khác nhau; `before` hoặc `after` trống là phiên bản đó không có."""

    model_config = ConfigDict(from_attributes=True)
    place: str
    before: Any
    after: Any


class FormsDifferenceOut(BaseModel):
    changes: Sequence[ChangeOut]


@router.post("/validations")
async def validate_survey_forms(body: DocumentIn, _: MayWriteSets) -> WrittenReviewOut:
    """Kiểm tra phiếu khảo sát; nêu từng lỗi theo chỗ trong tài liệu, kèm nội dung đọc được dạng cây và dạng YAML; không lưu gì."""
    return await asyncio.to_thread(_written, body.text(), body.media_type)


@router.post("", status_code=201)
async def draft_survey_forms(body: DocumentIn, actor: MayWriteSets, ctx: Ctx, retry: RetryProtection, response: Response) -> DocumentOut:
    """Tạo bản thảo phiếu khảo sát; bản thảo còn lỗi vẫn được lưu."""
    require_whole_province(actor)
    source = body.text()
    review = await asyncio.to_thread(review_document, source, body.media_type, judge_forms)
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            made = draft_of(review, source, body.media_type, number=await documents.next_version(tx, ""))
            new_id = await documents.add(tx, made, review, actor.account_id, await real_now(tx))
            answer = DocumentOut.model_validate(replace(made, id=new_id))
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
        else:
            answer = DocumentOut.model_validate(earlier)
    set_etag(response, answer.version)
    return answer


@router.put("/{survey_forms_id}")
async def change_survey_forms(
    survey_forms_id: UUID, body: DocumentIn, actor: MayWriteSets, expected: ExpectedVersion, ctx: Ctx, response: Response
) -> DocumentOut:
    """Sửa bản thảo phiếu khảo sát."""
    require_whole_province(actor)
    source = body.text()
    review = await asyncio.to_thread(review_document, source, body.media_type, judge_forms)
    async with ctx.transaction() as tx:
        before = await documents.load(tx, survey_forms_id, drafts=True, lock=True)
        require_draft(before)
        require_version(expected, before.version, DocumentOut.model_validate(before).model_dump(mode="json"))
        after = redraft(before, review, source, body.media_type, number=before.version_number)
        await documents.save(tx, after, review, "redrafted", actor.account_id, await real_now(tx))
    set_etag(response, after.version)
    return DocumentOut.model_validate(after)


@router.post("/{survey_forms_id}/publish")
async def publish_survey_forms(survey_forms_id: UUID, body: PublishIn, actor: MayWriteSets, ctx: Ctx, response: Response) -> DocumentOut:
    """Ban hành phiếu khảo sát; từ đó không thay đổi được nữa."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        before = await documents.load(tx, survey_forms_id, drafts=True, lock=True)
        require_draft(before)
        review = await asyncio.to_thread(review_again, before, judge_forms)
        now = await real_now(tx)
        after = publish_document(before, review, body.decision.value(), await documents.next_version(tx, ""), now)
        await documents.save(tx, after, review, "published", actor.account_id, now)
        await outbox.add(tx, events.published(after))
    set_etag(response, after.version)
    return DocumentOut.model_validate(after)


@router.get("")
async def list_survey_forms(
    actor: MayReadSets,
    ctx: Ctx,
    fingerprint: Annotated[Sha256 | None, Query(description="Chỉ phiên bản có mã băm này")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[DocumentOut]:
    """Các phiên bản phiếu khảo sát; bản thảo chỉ người quản lý thấy."""
    drafts = actor.may(Right.WRITE_SETS)
    async with ctx.snapshot() as tx:
        found = await documents.page(tx, drafts=drafts, code=None, fingerprint=fingerprint, after=after_id(after), limit=limit + 1)
    rows, following = page_by_id(found, limit, lambda d: d.id)
    return Page(items=[DocumentOut.model_validate(d) for d in rows], next=following)


@router.get("/{survey_forms_id}")
async def show_survey_forms(survey_forms_id: UUID, actor: MayReadSets, ctx: Ctx, response: Response) -> WholeDocumentOut:
    """Một phiên bản phiếu khảo sát với nội dung."""
    async with ctx.snapshot() as tx:
        found = await documents.load(tx, survey_forms_id, drafts=actor.may(Right.WRITE_SETS))
    set_etag(response, found.version)
    return WholeDocumentOut.model_validate(found)


@router.get("/{survey_forms_id}/difference")
async def compare_survey_forms(survey_forms_id: UUID, to: UUID, actor: MayReadSets, ctx: Ctx) -> FormsDifferenceOut:
    """So sánh hai phiên bản phiếu khảo sát, từng chỗ khác nhau."""
    drafts = actor.may(Right.WRITE_SETS)
    async with ctx.snapshot() as tx:
        old = await documents.load(tx, survey_forms_id, drafts=drafts)
        new = await documents.load(tx, to, drafts=drafts)
    return FormsDifferenceOut(changes=[ChangeOut.model_validate(c) for c in changes_of(old.document or {}, new.document or {})])


def _written(source: str, media_type: str) -> WrittenReviewOut:
    return written_review(review_document(source, media_type, judge_forms), wrapped=False)
