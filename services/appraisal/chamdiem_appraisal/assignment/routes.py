"""Appraisals, progress, and the lead's assignment of the work among the members."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Response
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_appraisal.access import MayAssignMembers, MayReadAppraisal, MayReadProgress, sight_of
from chamdiem_appraisal.assignment import store
from chamdiem_appraisal.assignment.domain import MemberLine, SheetNotFound, UnknownMember, require_writing
from chamdiem_appraisal.assignment.reading import AppraisalOut, appraisal_out, read_appraisal
from chamdiem_appraisal.cursors import one_id
from chamdiem_appraisal.known import store as known
from chamdiem_appraisal.known.routes import PeriodNotFound
from chamdiem_kit.accounts import accounts_by_id
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import FieldError, Invalid
from chamdiem_kit.etag import ExpectedVersion, require_version, set_etag
from chamdiem_kit.paging import After, Limit, Page, cursor_of
from chamdiem_rules.refusal import TITLES
from chamdiem_rules.text import nfc

router = service_router("appraisal", tags=["assignment"])


class MemberLineIn(BaseModel):
    """Việc giao cho một thành viên; bỏ trống `sheets` hoặc `items`: mọi phiếu, mọi tiêu chí của cơ quan."""

    model_config = ConfigDict(extra="forbid")

    account_id: UUID
    sheets: Annotated[list[UUID], Field(max_length=10_000)] | None = None
    items: Annotated[list[str], Field(max_length=10_000)] | None = None


class MemberLines(BaseModel):
    """Toàn bộ phân công trong cơ quan; danh sách rỗng: mọi thành viên được chấm mọi tiêu chí của cơ quan."""

    model_config = ConfigDict(extra="forbid")

    lines: Annotated[list[MemberLineIn], Field(max_length=1000)]


class MembersOut(BaseModel):
    """Phân công trong cơ quan và phiên bản của nó."""

    version: int
    lines: Sequence[MemberLineIn]


class ProgressOut(BaseModel):
    """Tiến độ thẩm định của kỳ, không có điểm."""

    period_id: UUID
    appraisals: Sequence[AppraisalOut]


@router.get("/appraisals")
async def list_appraisals(
    actor: MayReadAppraisal, ctx: Ctx, period_id: UUID | None = None, limit: Limit = 100, after: After = None
) -> Page[AppraisalOut]:
    """Danh sách kết quả thẩm định: của cơ quan mình, lãnh đạo Sở Nội vụ xem tất cả."""
    async with ctx.snapshot() as tx:
        rows = await store.list_in_sight(tx, sight_of(actor).parameters, period_id, one_id(after), limit + 1)
    page = rows[:limit]
    following = cursor_of(str(page[-1].id)) if len(rows) > limit else None
    return Page(items=[appraisal_out(row, actor) for row in page], next=following)


@router.get("/appraisals/{appraisal_id}")
async def get_appraisal(appraisal_id: UUID, actor: MayReadAppraisal, ctx: Ctx, response: Response) -> AppraisalOut:
    """Xem một kết quả thẩm định."""
    async with ctx.snapshot() as tx:
        answer = await read_appraisal(tx, actor, appraisal_id)
    set_etag(response, answer.version)
    return answer


@router.get("/periods/{period_id}/progress")
async def read_progress(period_id: UUID, actor: MayReadProgress, ctx: Ctx) -> ProgressOut:
    """Tiến độ thẩm định của kỳ: đã chấm bao nhiêu, gửi hay chưa, không có điểm."""
    async with ctx.snapshot() as tx:
        if await known.load_period(tx, period_id) is None:
            raise PeriodNotFound("Kỳ đánh giá chưa được mở hoặc chưa chuyển đến; hãy thử lại sau ít phút.")
        rows = await store.list_in_sight(tx, sight_of(actor).parameters, period_id, None, 1000)
    return ProgressOut(period_id=period_id, appraisals=[appraisal_out(row, actor) for row in rows])


@router.get("/appraisals/{appraisal_id}/members")
async def list_members(appraisal_id: UUID, actor: MayReadAppraisal, ctx: Ctx, response: Response) -> MembersOut:
    """Xem phân công trong cơ quan."""
    async with ctx.snapshot() as tx:
        await store.load_in_sight(tx, sight_of(actor).parameters, appraisal_id)
        version, lines = await store.members(tx, appraisal_id)
    set_etag(response, version)
    return _members_out(version, lines)


@router.put("/appraisals/{appraisal_id}/members")
async def assign_members(
    appraisal_id: UUID, body: MemberLines, expected: ExpectedVersion, actor: MayAssignMembers, ctx: Ctx, response: Response
) -> MembersOut:
    """Phân công các thành viên của cơ quan; thành viên chỉ chấm phần được giao, đầu mối chấm được tất cả.

    Khi chưa phân công gì, mọi thành viên được chấm mọi tiêu chí của cơ quan. Phân công mới thay toàn bộ phân công cũ.
    """
    lines = [
        MemberLine(
            line.account_id,
            None if line.sheets is None else tuple(line.sheets),
            None if line.items is None else tuple(nfc(item) for item in line.items),
        )
        for line in body.lines
    ]
    async with ctx.transaction() as tx:
        appraisal, period = await store.lock_own(tx, appraisal_id, actor.appraiser_code)
        require_writing(appraisal, period)
        version, present = await store.members(tx, appraisal_id)
        require_version(expected, version, _members_out(version, present).model_dump(mode="json"))
        await _check(tx, appraisal_id, lines, actor.appraiser_code)
        version = await store.save_members(tx, appraisal_id, lines, actor.account_id)
    set_etag(response, version)
    return _members_out(version, lines)


async def _check(tx: AsyncConnection, appraisal_id: UUID, lines: Sequence[MemberLine], agency: str | None) -> None:
    accounts = {a.account_id: a for a in await accounts_by_id(tx, [line.account_id for line in lines])}
    sheets, items = await store.assigned_to_agency(tx, appraisal_id)
    for place, line in enumerate(lines):
        account = accounts.get(line.account_id)
        if account is None or account.kind != "appraisal" or account.appraiser_code != agency or account.status == "ended":
            detail = "Hãy chọn tài khoản thẩm định đang hoạt động của cơ quan."
            raise UnknownMember(detail, errors=(FieldError(f"/lines/{place}/account_id", detail),))
        if line.sheets is not None and not sheets.issuperset(line.sheets):
            detail = "Cơ quan không có tiêu chí nào trên phiếu này."
            raise SheetNotFound(detail, errors=(FieldError(f"/lines/{place}/sheets", detail),))
        if line.items is not None and not items.issuperset(line.items):
            detail = "Cơ quan không được phân công tiêu chí này."
            pointer = (FieldError(f"/lines/{place}/items", detail),)
            raise Invalid(detail, errors=pointer, type_="appraisal/unknown-item", title_=TITLES["unknown-item"])


def _members_out(version: int, lines: Sequence[MemberLine]) -> MembersOut:
    return MembersOut(
        version=version,
        lines=[
            MemberLineIn(
                account_id=line.account_id,
                sheets=None if line.sheets is None else list(line.sheets),
                items=None if line.items is None else list(line.items),
            )
            for line in lines
        ],
    )
