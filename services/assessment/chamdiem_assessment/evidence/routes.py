"""HTTP operations on evidence files: announce, upload past us, wait for the verdict, read by a link of minutes."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime, BaseModel, ConfigDict

from chamdiem_assessment.access import MayReadEvidence, MayUploadEvidence
from chamdiem_assessment.delegation.store import parent_in_period
from chamdiem_assessment.evidence import store
from chamdiem_assessment.evidence.desk import desk_of
from chamdiem_assessment.evidence.domain import (
    MAX_SIZE_BYTES,
    MEDIA_TYPES,
    Evidence,
    EvidenceStatus,
    announce,
    extension_of,
    require_accepted,
)
from chamdiem_assessment.evidence.store import reader_of
from chamdiem_assessment.phase.store import has_open_question, window_of_unit
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.idempotency import RetryProtection
from chamdiem_kit.paging import After, Limit, Page, after_id, cursor_of
from chamdiem_kit.refusals import as_invalid
from chamdiem_rules.refusal import Refused

router = service_router("assessment", "/evidence", tags=["evidence"])


class EvidenceIn(BaseModel):
    """Tệp sắp tải lên: kỳ đánh giá, tên và dung lượng."""

    model_config = ConfigDict(extra="forbid")

    period_id: UUID
    name: str
    size_bytes: int


class UploadOut(BaseModel):
    """Địa chỉ và các tiêu đề của lệnh PUT để tải nội dung tệp lên; chỉ nhận đúng dung lượng đã khai báo."""

    url: str
    headers: dict[str, str]


class AnnouncedOut(BaseModel):
    """Tệp đã khai báo, kèm nơi tải lên."""

    id: UUID
    name: str
    status: str
    upload: UploadOut


class EvidenceOut(BaseModel):
    """Một tệp tài liệu kiểm chứng; `refusal` nêu lý do khi bị từ chối, `scan` cho biết đã quét mã độc chưa."""

    id: UUID
    period_id: UUID
    unit_code: str
    name: str
    status: str
    refusal: str | None
    sha256: str | None
    size_bytes: int | None
    media_type: str
    scan: Literal["not_scanned", "clean", "infected"]
    uploaded_by: UUID
    created_at: AwareDatetime


class LinkOut(BaseModel):
    """Liên kết tải tệp, chỉ dùng được trong ít phút."""

    url: str
    expires_at: AwareDatetime


class LimitsOut(BaseModel):
    """Tệp nào được nhận: đuôi tên (chữ thường) và dung lượng lớn nhất của một tệp, tính bằng byte."""

    extensions: tuple[str, ...]
    max_size_bytes: int


@router.post("", status_code=201)
async def announce_evidence(body: EvidenceIn, actor: MayUploadEvidence, ctx: Ctx, retry: RetryProtection) -> AnnouncedOut:
    """Khai báo một tệp và nhận nơi tải lên; tệp gửi thẳng vào kho lưu trữ, không qua dịch vụ."""
    desk = desk_of(ctx)
    try:
        name = announce(body.name, body.size_bytes)
    except Refused as refused:
        raise as_invalid("assessment", refused) from refused
    async with ctx.transaction() as tx:
        earlier = await retry.earlier_answer(tx, actor.account_id)
        if earlier is not None:
            return AnnouncedOut.model_validate(earlier)
        parent = await parent_in_period(tx, body.period_id, actor.unit_code)
        unit_code = parent or actor.unit_code or ""
        window = await window_of_unit(tx, body.period_id, unit_code)
        window.require_begun()
        if parent is not None or not await has_open_question(tx, body.period_id, unit_code):
            window.require_not_over()
        evidence_id = await store.add(
            tx,
            body.period_id,
            unit_code,
            name,
            size_bytes=body.size_bytes,
            uploaded_by=actor.account_id,
            sub_unit_code=None if parent is None else actor.unit_code,
        )
        url, headers = desk.objects.signed_upload(str(evidence_id), body.size_bytes, MEDIA_TYPES[extension_of(name)])
        upload = UploadOut(url=url, headers=headers)
        answer = AnnouncedOut(id=evidence_id, name=name, status=EvidenceStatus.AWAITING_UPLOAD.value, upload=upload)
        await retry.keep(tx, actor.account_id, answer.model_dump(mode="json"))
    return answer


@router.post("/{evidence_id}/uploaded")
async def tell_uploaded(
    evidence_id: UUID,
    actor: MayUploadEvidence,
    ctx: Ctx,
    wait_s: Annotated[float, Query(ge=0, le=30, description="Chờ kết quả kiểm tra tối đa bao nhiêu giây")] = 0,
) -> EvidenceOut:
    """Báo đã tải tệp lên xong; tệp được kiểm tra rồi nhận hoặc từ chối kèm lý do."""
    desk = desk_of(ctx)
    with desk.verdicts.expect(evidence_id) as judged:
        async with ctx.transaction() as tx:
            await store.load_own(tx, evidence_id, unit_code=actor.unit_code)
            await store.mark_uploaded(tx, evidence_id)
        until = asyncio.get_running_loop().time() + wait_s
        while True:
            judged.clear()
            async with ctx.transaction() as tx:
                found = await store.load_own(tx, evidence_id, unit_code=actor.unit_code)
            left = until - asyncio.get_running_loop().time()
            if found.status is not EvidenceStatus.WAITING or left <= 0:
                return _out(found)
            with suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await judged.wait()


@router.get("")
async def list_evidence(period_id: UUID, actor: MayUploadEvidence, ctx: Ctx, limit: Limit = 100, after: After = None) -> Page[EvidenceOut]:
    """Các tệp của đơn vị mình trong một kỳ đánh giá, cũ nhất trước."""
    async with ctx.transaction() as tx:
        found = await store.list_of_unit(tx, period_id, actor.unit_code, after_id(after), limit + 1)
    return Page(items=[_out(e) for e in found[:limit]], next=cursor_of(str(found[limit - 1].id)) if len(found) > limit else None)


@router.get("/limits")
async def show_limits(actor: MayUploadEvidence) -> LimitsOut:
    """Loại tệp và dung lượng được nhận, để nói trước khi chọn tệp."""
    return LimitsOut(extensions=tuple(MEDIA_TYPES), max_size_bytes=MAX_SIZE_BYTES)


@router.get("/{evidence_id}")
async def show_evidence(evidence_id: UUID, actor: MayReadEvidence, ctx: Ctx) -> EvidenceOut:
    """Một tệp tài liệu kiểm chứng và kết quả kiểm tra."""
    async with ctx.transaction() as tx:
        found = await store.load_readable(tx, evidence_id, reader_of(actor))
    return _out(found)


@router.get("/{evidence_id}/link")
async def give_link(evidence_id: UUID, actor: MayReadEvidence, ctx: Ctx) -> LinkOut:
    """Liên kết tải tệp, dùng được trong ít phút; mỗi lần cấp được ghi nhật ký."""
    desk = desk_of(ctx)
    async with ctx.transaction() as tx:
        found = require_accepted(await store.load_readable(tx, evidence_id, reader_of(actor)))
        url, until = desk.objects.signed_link(found.sha256 or "", found.name, found.media_type)
        await store.log_link(tx, evidence_id, actor.account_id, until)
    return LinkOut(url=url, expires_at=until)


def _out(evidence: Evidence) -> EvidenceOut:
    return EvidenceOut.model_validate(asdict(evidence))
