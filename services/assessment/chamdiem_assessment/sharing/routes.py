"""HTTP operations on the leaves that a unit gives to its sub-units (rights.md "Assessment")."""

from dataclasses import asdict
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field
from sqlalchemy.ext.asyncio import AsyncConnection

from chamdiem_assessment.access import MayGiveLeaves
from chamdiem_assessment.criteria_set import store as sets
from chamdiem_assessment.delegation import store
from chamdiem_assessment.evidence.store import Reader
from chamdiem_assessment.sheet.domain import Sheet, UnknownItem, require_not_sent
from chamdiem_assessment.sheet.store import load_own, load_readable
from chamdiem_kit.app import Ctx, service_router
from chamdiem_kit.errors import NotFound

router = service_router("assessment", "/sheets", tags=["sheets"])

_MOST_SHOWN = 500


class SubUnitNotFound(NotFound):
    type = "assessment/sub-unit-not-found"
    title = "Không có đơn vị trực thuộc này"


class ShareIn(BaseModel):
    """Một tiêu chí và đơn vị trực thuộc được giao; để trống đơn vị là lấy lại."""

    model_config = ConfigDict(extra="forbid")

    item: str
    sub_unit_code: str | None


class SharesIn(BaseModel):
    """Những tiêu chí giao hoặc lấy lại cùng lúc."""

    model_config = ConfigDict(extra="forbid")

    lines: list[ShareIn] = Field(max_length=1000)


class SubUnitOut(BaseModel):
    """Một đơn vị trực thuộc."""

    code: str
    name: str


class GivenLeafOut(BaseModel):
    """Một tiêu chí đã giao."""

    item: str
    sub_unit_code: str
    sub_unit_name: str
    given_at: AwareDatetime
    given_by_name: str


class LeafGivingOut(BaseModel):
    """Một lần giao; `sub_unit_code` trống là lấy lại."""

    item: str
    sub_unit_code: str | None
    sub_unit_name: str
    given_at: AwareDatetime
    given_by_name: str


class SharingHistoryOut(BaseModel):
    """Các lần giao và lấy lại tiêu chí của phiếu, mới nhất trước."""

    items: list[LeafGivingOut]


class SharingOut(BaseModel):
    """Các đơn vị trực thuộc, tiêu chí đã giao, và lúc này có giao được không."""

    sub_units: list[SubUnitOut]
    items: list[GivenLeafOut]
    may_give: bool


@router.get("/{sheet_id}/sharing")
async def show_sharing(sheet_id: UUID, actor: MayGiveLeaves, ctx: Ctx) -> SharingOut:
    """Tiêu chí của phiếu đơn vị mình đã giao cho các đơn vị trực thuộc."""
    async with ctx.transaction() as tx:
        sheet = await load_readable(tx, sheet_id, Reader(actor.unit_code, manager=False, only_for_unit=None))
        return await _out(tx, sheet)


@router.get("/{sheet_id}/sharing/history")
async def show_sharing_history(sheet_id: UUID, actor: MayGiveLeaves, ctx: Ctx) -> SharingHistoryOut:
    """Ai đã giao tiêu chí nào cho đơn vị trực thuộc nào, hoặc lấy lại, lúc nào; mới nhất trước, nhiều nhất 500 lần."""
    async with ctx.transaction() as tx:
        await load_readable(tx, sheet_id, Reader(actor.unit_code, manager=False, only_for_unit=None))
        found = await store.history_of_sheet(tx, sheet_id, _MOST_SHOWN)
    return SharingHistoryOut(items=[LeafGivingOut(**asdict(giving)) for giving in found])


@router.patch("/{sheet_id}/sharing")
async def give_leaves(sheet_id: UUID, body: SharesIn, actor: MayGiveLeaves, ctx: Ctx) -> SharingOut:
    """Giao tiêu chí cho đơn vị trực thuộc kê khai, hoặc lấy lại, trong giai đoạn tự đánh giá; số liệu đã kê khai giữ nguyên."""
    leaves = {line.item: line.sub_unit_code for line in body.lines}
    async with ctx.transaction() as tx:
        sheet = await load_own(tx, sheet_id, actor.unit_code, "update")
        sheet.window.require_begun()
        require_not_sent(sheet.state)
        sheet.window.require_not_over()
        criteria_set = await sets.load_published(tx, sheet.of.criteria_set_id)
        known = {unit.code for unit in await store.sub_units_of(tx, sheet.of.unit_code)}
        for item, code in leaves.items():
            found = criteria_set.item(item)
            if found is None or found.is_system:
                raise UnknownItem(f"Phiếu không có mục {item} để giao; hãy dùng mã tiêu chí hoặc mục điểm do đơn vị kê khai.")
            if code is not None and code not in known:
                raise SubUnitNotFound("Chỉ giao được cho đơn vị trực thuộc của đơn vị mình; hãy chọn trong danh sách.")
        await store.give(tx, sheet_id, leaves, by=actor.account_id, now=sheet.real_now)
        return await _out(tx, sheet)


async def _out(tx: AsyncConnection, sheet: Sheet) -> SharingOut:
    return SharingOut(
        sub_units=[SubUnitOut(**asdict(unit)) for unit in await store.sub_units_of(tx, sheet.of.unit_code)],
        items=[GivenLeafOut(**asdict(leaf)) for leaf in await store.list_of_sheet(tx, sheet.of.sheet_id)],
        may_give=sheet.window.can_write and not sheet.state.is_sent,
    )
