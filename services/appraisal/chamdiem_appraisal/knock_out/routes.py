"""Manual knock-outs: see and confirm."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from chamdiem_appraisal.access import MayConfirmKnockOut, MayReadAppraisal, sight_of
from chamdiem_appraisal.assignment import store as assignment
from chamdiem_appraisal.assignment.domain import require_writing
from chamdiem_appraisal.batch import MAX_LINES, BatchOut, RefusedLine
from chamdiem_appraisal.cursors import sheet_and_code
from chamdiem_appraisal.knock_out import store
from chamdiem_appraisal.knock_out.domain import KnockOutLine, duplicates, judge_line
from chamdiem_appraisal.known import criteria
from chamdiem_appraisal.scoring.domain import NotInRound
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import DomainError
from chamdiem_kit.paging import After, Limit, Page, cursor_of
from chamdiem_kit.refusals import refused_line
from chamdiem_rules.text import nfc

router = service_router("appraisal", "/appraisals", tags=["knock_out"])


class KnockOutIn(BaseModel):
    """Điều kiện khống chế của một phiếu; `confirmed: false` bỏ xác nhận."""

    model_config = ConfigDict(extra="forbid")

    sheet_id: UUID
    code: str
    confirmed: bool


class KnockOutLines(BaseModel):
    """Tối đa 1000 dòng."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[KnockOutIn], Field(max_length=MAX_LINES)]


class KnockOutOut(BaseModel):
    """Một điều kiện khống chế xác nhận bằng tay và trạng thái của nó."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    code: str
    confirmed: bool
    version: int


@router.get("/{appraisal_id}/knock-outs")
async def list_knock_outs(
    appraisal_id: UUID, actor: MayReadAppraisal, ctx: Ctx, limit: Limit = 100, after: After = None
) -> Page[KnockOutOut]:
    """Danh sách điều kiện khống chế do cơ quan xác nhận, trên các phiếu đã gửi hoặc hết hạn gửi."""
    sight = sight_of(actor).parameters
    async with ctx.snapshot() as tx:
        await assignment.load_in_sight(tx, sight, appraisal_id)
        rows = await store.list_in_sight(tx, sight, appraisal_id, sheet_and_code(after), limit + 1)
    page = rows[:limit]
    following = cursor_of(str(page[-1].sheet_id), page[-1].code) if len(rows) > limit else None
    return Page(items=[KnockOutOut.model_validate(row, from_attributes=True) for row in page], next=following)


@router.patch("/{appraisal_id}/knock-outs")
async def confirm_knock_outs(appraisal_id: UUID, body: KnockOutLines, actor: MayConfirmKnockOut, ctx: Ctx) -> BatchOut:
    """Xác nhận hoặc bỏ xác nhận điều kiện khống chế (đầu mối thẩm định), tối đa 1000 dòng."""
    lines = [KnockOutLine(line.sheet_id, nfc(line.code), line.confirmed) for line in body.lines]
    async with ctx.transaction() as tx:
        appraisal, period = await assignment.hold_own(tx, appraisal_id, actor.appraiser_code)
        require_writing(appraisal, period)
        if appraisal.is_bound_to_questions:
            raise NotInRound("Điều kiện khống chế chỉ được xác nhận ở vòng đầu; muốn sửa, đề nghị lãnh đạo Sở Nội vụ mở lại.")
        found = await store.on_sheets(tx, lines, actor, appraisal_id=appraisal_id, period_id=period.id)
        faults: dict[int, DomainError] = {}
        for place, line in enumerate(lines):
            on_sheet, forms_id = found.get(place, (None, None))
            criteria_set = await criteria.criteria_set_of(tx, on_sheet.criteria_set_id, forms_id) if on_sheet else None
            try:
                judge_line(line, on_sheet, criteria_set, appraisal.closed_units)
            except DomainError as refusal:
                faults[place] = refusal
        good = [(place, line) for place, line in enumerate(lines) if place not in faults]
        for place_in_good, fault in duplicates([line for _, line in good]).items():
            faults[good[place_in_good][0]] = fault
        kept = [line for place, line in enumerate(lines) if place not in faults]
        await store.save(tx, kept, by=actor.account_id)
    refused = [RefusedLine.model_validate(refused_line(place, faults[place])) for place in sorted(faults)]
    return BatchOut(saved=len(kept), refused=refused)
