"""HTTP operation on what changed on a sheet."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel

from chamdiem_assessment.access import MayReadHistory
from chamdiem_assessment.changes import domain, store
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.evidence import store as files
from chamdiem_assessment.evidence.store import reader_of
from chamdiem_assessment.sheet import answer_store
from chamdiem_assessment.sheet import store as sheets
from chamdiem_kit.app import Ctx, service_router

router: APIRouter = service_router("assessment", "/sheets", tags=["changes"])


class ComparedStepOut(BaseModel):
    """Lần đổi trạng thái được lấy làm mốc so sánh."""

    version: int
    act: str
    reason: str
    changed_by_name: str
    changed_at: AwareDatetime


class ReportedOut(BaseModel):
    """Nội dung của một tiêu chí như báo cáo nêu."""

    declared: str
    self_score: str | None
    explanation: str
    evidence: list[str]


class ChangedItemOut(BaseModel):
    """Một tiêu chí đã thay đổi; `differs` nêu những phần khác nhau: declared, self_score, explanation, evidence."""

    item: str
    title: str
    before: ReportedOut | None
    after: ReportedOut
    differs: list[str]
    saved_by_name: str
    saved_at: AwareDatetime


class ChangesOut(BaseModel):
    """Những thay đổi của phiếu so với mốc; `since` trống: chưa từng trả lại hay kết xuất, mọi nội dung đều là mới."""

    since: ComparedStepOut | None
    total_before: str
    total_after: str
    items: list[ChangedItemOut]


@router.get("/{sheet_id}/changes")
async def show_changes(
    sheet_id: UUID,
    actor: MayReadHistory,
    ctx: Ctx,
    since: Annotated[
        int | None, Query(ge=1, lt=2**31, description="Phiên bản của một lần đổi trạng thái; mặc định: lần trả lại cuối")
    ] = None,
) -> ChangesOut:
    """Số liệu hiện tại khác gì so với lần trả lại (hủy phê duyệt, thu hồi) gần nhất, hoặc lần kết xuất gần nhất."""
    async with ctx.snapshot() as tx:
        sheet = await sheets.load_readable(tx, sheet_id, reader_of(actor))
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        step = domain.step_to_compare(await store.steps_of(tx, sheet_id), since)
        before = await store.answers_at(tx, sheet_id, step.changed_at) if step is not None else {}
        present = await answer_store.list_of_sheet(tx, sheet_id)
        answers = [*before.values(), *(kept.answer for kept in present.values())]
        named = await files.by_id(tx, {i for answer in answers for i in answer.evidence_ids})
    return _out(domain.compare(criteria_set, step, before, present, named))


def _out(changes: domain.Changes) -> ChangesOut:
    since = changes.since
    return ChangesOut(
        since=None if since is None else ComparedStepOut.model_validate(since, from_attributes=True),
        total_before=f"{changes.total_before:f}",
        total_after=f"{changes.total_after:f}",
        items=[
            ChangedItemOut(
                item=c.item,
                title=c.title,
                before=None if c.before is None else _side(c.before),
                after=_side(c.after),
                differs=list(c.differs),
                saved_by_name=c.saved_by_name,
                saved_at=c.saved_at,
            )
            for c in changes.items
        ],
    )


def _side(side: domain.Side) -> ReportedOut:
    score = side.self_score
    return ReportedOut(
        declared=side.declared,
        self_score=None if score is None else f"{score:f}",
        explanation=side.explanation,
        evidence=list(side.evidence),
    )
