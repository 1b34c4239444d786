"""HTTP operations on criteria sets."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import Query, Response
from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayReadSets, MayWriteSets, Right, require_whole_province
from chamdiem_assessment.criteria_set import events
from chamdiem_assessment.criteria_set.domain import faults_before_publishing, review_draft, review_set
from chamdiem_assessment.criteria_set.store import documents, load_forms
from chamdiem_assessment.document.bodies import (
    DocumentIn,
    DocumentOut,
    PublishIn,
    Sha256,
    WholeDocumentOut,
    WrittenReviewOut,
    written_review,
)
from chamdiem_assessment.document.domain import Document, draft_of, publish_document, redraft, require_draft, require_faultless
from chamdiem_kit import outbox
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.clock import real_now
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, page_by_id
from chamdiem_kit.texts import CleanText
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set
from chamdiem_rules.difference import difference
from chamdiem_rules.survey_forms import SurveyForms

router = service_router("assessment", "/criteria-sets", tags=["criteria-sets"])


class CriteriaSetIn(DocumentIn):
    """Bộ tiêu chí, kèm phiên bản phiếu khảo sát mà tiêu chí khảo sát dùng."""

    survey_forms_id: UUID | None = None


class ItemChangeOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    code: str
    attributes: Sequence[str]
    declared_anew: bool


class DifferenceOut(BaseModel):
    """Khác nhau giữa hai phiên bản: mục thêm, mục bỏ, mục sửa, và thuộc tính chung của bộ."""

    model_config = ConfigDict(from_attributes=True)
    added: Sequence[str]
    removed: Sequence[str]
    changed: Sequence[ItemChangeOut]
    attributes: Sequence[str]


@router.post("/validations")
async def validate_criteria_set(body: CriteriaSetIn, _: MayWriteSets, ctx: Ctx) -> WrittenReviewOut:
    """Kiểm tra bộ tiêu chí; nêu từng lỗi theo chỗ trong tài liệu, kèm nội dung đọc được dạng cây và dạng YAML; không lưu gì."""
    source = body.text()
    async with ctx.snapshot() as tx:
        _named, forms = await load_forms(tx, body.survey_forms_id)
    return await asyncio.to_thread(_written, source, body.media_type, forms)


@router.post("", status_code=201)
async def draft_criteria_set(body: CriteriaSetIn, actor: MayWriteSets, ctx: Ctx, retry: RetryProtection, response: Response) -> DocumentOut:
    """Tạo bản thảo bộ tiêu chí; bản thảo còn lỗi vẫn được lưu. Cùng mã thì là phiên bản kế tiếp."""
    require_whole_province(actor)
    source = body.text()
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is None:
            _named, forms = await load_forms(tx, body.survey_forms_id)
            review = await asyncio.to_thread(review_set, source, body.media_type, forms)
            number = await documents.next_version(tx, review.code)
            made = draft_of(review, source, body.media_type, number=number, survey_forms_id=body.survey_forms_id)
            new_id = await documents.add(tx, made, review, actor.account_id, await real_now(tx))
            answer = DocumentOut.model_validate(replace(made, id=new_id))
            await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
        else:
            answer = DocumentOut.model_validate(earlier)
    set_etag(response, answer.version)
    return answer


@router.put("/{criteria_set_id}")
async def change_criteria_set(
    criteria_set_id: UUID, body: CriteriaSetIn, actor: MayWriteSets, expected: ExpectedVersion, ctx: Ctx, response: Response
) -> DocumentOut:
    """Sửa bản thảo bộ tiêu chí."""
    require_whole_province(actor)
    source = body.text()
    async with ctx.transaction() as tx:
        before = await documents.load(tx, criteria_set_id, drafts=True, lock=True)
        require_draft(before)
        require_version(expected, before.version, DocumentOut.model_validate(before).model_dump(mode="json"))
        _named, forms = await load_forms(tx, body.survey_forms_id)
        review = await asyncio.to_thread(review_set, source, body.media_type, forms)
        number = await documents.next_version(tx, review.code)
        after = redraft(before, review, source, body.media_type, number=number, survey_forms_id=body.survey_forms_id)
        await documents.save(tx, after, review, "redrafted", actor.account_id, await real_now(tx))
    set_etag(response, after.version)
    return DocumentOut.model_validate(after)


@router.post("/{criteria_set_id}/publish")
async def publish_criteria_set(criteria_set_id: UUID, body: PublishIn, actor: MayWriteSets, ctx: Ctx, response: Response) -> DocumentOut:
    """Ban hành bộ tiêu chí kèm quyết định; từ đó không thay đổi được nữa."""
    require_whole_province(actor)
    async with ctx.transaction() as tx:
        before = await documents.load(tx, criteria_set_id, drafts=True, lock=True)
        require_draft(before)
        named, forms = await load_forms(tx, before.survey_forms_id)
        review = await asyncio.to_thread(review_draft, before, forms)
        review = replace(review, faults=faults_before_publishing(review, named))
        now = await real_now(tx)
        number = await documents.next_version(tx, review.code)
        after = publish_document(before, review, body.decision.value(), number, now)
        await documents.save(tx, after, review, "published", actor.account_id, now)
        await outbox.add(tx, events.published(after))
    set_etag(response, after.version)
    return DocumentOut.model_validate(after)


@router.get("")
async def list_criteria_sets(
    actor: MayReadSets,
    ctx: Ctx,
    code: Annotated[CleanText | None, Query(max_length=255, description="Chỉ các phiên bản của mã này")] = None,
    fingerprint: Annotated[Sha256 | None, Query(description="Chỉ phiên bản có mã băm này")] = None,
    limit: Limit = 50,
    after: After = None,
) -> Page[DocumentOut]:
    """Các phiên bản bộ tiêu chí; bản thảo chỉ người quản lý thấy."""
    drafts = actor.may(Right.WRITE_SETS)
    async with ctx.snapshot() as tx:
        found = await documents.page(tx, drafts=drafts, code=code, fingerprint=fingerprint, after=after_id(after), limit=limit + 1)
    rows, following = page_by_id(found, limit, lambda d: d.id)
    return Page(items=[DocumentOut.model_validate(d) for d in rows], next=following)


@router.get("/{criteria_set_id}")
async def show_criteria_set(criteria_set_id: UUID, actor: MayReadSets, ctx: Ctx, response: Response) -> WholeDocumentOut:
    """Một phiên bản bộ tiêu chí với nội dung."""
    async with ctx.snapshot() as tx:
        found = await documents.load(tx, criteria_set_id, drafts=actor.may(Right.WRITE_SETS))
    set_etag(response, found.version)
    return WholeDocumentOut.model_validate(found)


@router.get("/{criteria_set_id}/difference")
async def compare_criteria_sets(criteria_set_id: UUID, to: UUID, actor: MayReadSets, ctx: Ctx) -> DifferenceOut:
    """So sánh hai phiên bản; cả hai phải không còn lỗi."""
    drafts = actor.may(Right.WRITE_SETS)
    async with ctx.snapshot() as tx:
        old = await _read(tx, await documents.load(tx, criteria_set_id, drafts=drafts))
        new = await _read(tx, await documents.load(tx, to, drafts=drafts))
    return DifferenceOut.model_validate(difference(old, new))


def _written(source: str, media_type: str, forms: SurveyForms | None) -> WrittenReviewOut:
    return written_review(review_set(source, media_type, forms), wrapped=True)


async def _read(tx: AsyncConnection, document: Document) -> CriteriaSet:
    _named, forms = await load_forms(tx, document.survey_forms_id)
    require_faultless(document.faults)
    return read_criteria_set(dict(document.document or {}), forms)
