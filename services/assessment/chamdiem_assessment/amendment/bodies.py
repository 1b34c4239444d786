"""What goes in and comes out of the operations on amending decisions."""

from collections.abc import Collection, Sequence
from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from chamdiem_assessment.amendment.domain import SheetAfter, Versions
from chamdiem_assessment.document.bodies import DecisionIn, DecisionOut
from chamdiem_assessment.sheet.domain import shown_status
from chamdiem_kit.instants import Instant
from chamdiem_kit.texts import CleanText
from chamdiem_rules.fault import Fault
from chamdiem_rules.set_types import CriteriaSet


class AmendmentIn(BaseModel):
    """Quyết định sửa đổi: thay phiên bản bộ tiêu chí của kỳ đang mở. `deadline` là thời hạn cho các phiếu phải trở về đơn vị."""

    model_config = ConfigDict(extra="forbid")

    from_criteria_set_id: UUID
    to_criteria_set_id: UUID
    decision: DecisionIn
    reason: Annotated[CleanText, Field(min_length=1, pattern=r"\S")]
    deadline: Instant | None = None


class AmendedItemOut(BaseModel):
    """Một mục khác đi; `declared_anew`: đơn vị phải kê khai lại."""

    code: str
    title: str
    attributes: list[str] = []
    declared_anew: bool = False


class AmendedItemsOut(BaseModel):
    """Các mục khác nhau giữa hai phiên bản."""

    added: list[AmendedItemOut]
    changed: list[AmendedItemOut]
    removed: list[AmendedItemOut]


class TouchedSheetOut(BaseModel):
    """Một phiếu sẽ thay đổi; `items` chỉ nêu với phiếu đã gửi: rescored, emptied, gone, restored."""

    sheet_id: UUID
    unit_code: str
    unit_name: str
    status: str
    goes_back: bool
    deadline: AwareDatetime
    items: dict[str, list[str]] | None


class TouchedAppraisalOut(BaseModel):
    """Một cơ quan có mục thay đổi: mục mới phải chấm, mục mà điểm không còn phù hợp thì bị bỏ; `is_sent`: đã gửi, sẽ được mở lại khi có."""

    appraiser_code: str
    title: str
    is_sent: bool
    added: list[str]
    changed: list[str]
    removed: list[str]


class PlaceFaultOut(BaseModel):
    place: str
    message: str


class AmendmentPreviewOut(BaseModel):
    """Nếu áp dụng bây giờ: các lỗi theo chỗ, mục nào khác, phiếu nào thay đổi, cơ quan thẩm định nào phải chấm lại; không thay đổi gì.

    `needs_deadline`: có phiếu trở về đơn vị khi thời hạn đã qua, nên phải ghi thời hạn mới.
    """

    faults: list[PlaceFaultOut]
    items: AmendedItemsOut
    attributes: list[str]
    sheets: list[TouchedSheetOut]
    sheet_count: int
    needs_deadline: bool
    appraisals: list[TouchedAppraisalOut]


class AmendmentOut(BaseModel):
    """Một quyết định sửa đổi đã áp dụng, theo giờ thực."""

    id: UUID
    period_id: UUID
    set_code: str
    from_set_id: UUID
    to_set_id: UUID
    from_version: int
    to_version: int
    decision: DecisionOut
    reason: str
    deadline: AwareDatetime | None
    items: AmendedItemsOut
    amended_at: AwareDatetime
    amended_by_name: str


class PeriodAmendmentOut(AmendmentOut):
    """Một quyết định sửa đổi của kỳ; số phiếu của bộ tiêu chí, số phiếu đã trở về đơn vị, số phiếu có số liệu thay đổi."""

    sheets: int
    returned: int
    changed: int


class PeriodAmendmentsOut(BaseModel):
    """Các quyết định sửa đổi của kỳ, mới nhất trước."""

    items: list[PeriodAmendmentOut]


class SheetAmendmentOut(AmendmentOut):
    """Một quyết định sửa đổi và việc nó làm với phiếu: `rescored` tính lại điểm, `emptied` phải kê khai lại vì số liệu cũ không hợp,
    `gone` không còn trong bộ tiêu chí, `restored` trở lại với số liệu trước đây."""

    status_before: str
    status_after: str
    rescored: list[str]
    emptied: list[str]
    gone: list[str]
    restored: list[str]


class SheetAmendmentsOut(BaseModel):
    """Các quyết định sửa đổi mà phiếu đã qua, mới nhất trước."""

    items: list[SheetAmendmentOut]


def preview_out(
    versions: Versions,
    items: dict[str, list[dict[str, Any]]],
    amended: Sequence[SheetAfter],
    faults: Sequence[Fault],
    sent: Collection[str],
) -> AmendmentPreviewOut:
    """What the decision would do now. Of a sheet that was not sent a manager hears its state only (rights.md)."""
    touched = [a for a in amended if a.goes_back or not a.carried.is_empty or (versions.named and a.state is not None)]
    return AmendmentPreviewOut(
        faults=[PlaceFaultOut(place=f.place, message=f.message) for f in faults],
        items=AmendedItemsOut.model_validate(items),
        attributes=list(versions.differs.attributes),
        sheets=[_sheet_out(a, versions.old) for a in touched],
        sheet_count=len(amended),
        needs_deadline=any(a.goes_back and a.sheet.window.deadline <= a.sheet.window.now for a in amended),
        appraisals=_appraisals(versions, sent),
    )


def _sheet_out(a: SheetAfter, old: CriteriaSet) -> TouchedSheetOut:
    carried = a.carried
    return TouchedSheetOut(
        sheet_id=a.sheet.of.sheet_id,
        unit_code=a.sheet.of.unit_code,
        unit_name=a.sheet.of.unit_name,
        status=shown_status(a.sheet, old),
        goes_back=a.goes_back,
        deadline=a.sheet.window.deadline,
        items={name: list(getattr(carried, name)) for name in ("rescored", "emptied", "gone", "restored")}
        if a.sheet.state.is_sent
        else None,
    )


def _appraisals(versions: Versions, sent: Collection[str]) -> list[TouchedAppraisalOut]:
    touched: dict[str, dict[str, list[str]]] = {}

    def note(criteria_set: CriteriaSet, kind: str, code: str) -> None:
        agency = criteria_set.items[code].appraiser
        if agency is not None:
            touched.setdefault(agency, {"added": [], "changed": [], "removed": []})[kind].append(code)

    for code in versions.differs.added:
        note(versions.new, "added", code)
    for change in versions.differs.changed:
        moved = versions.old.items[change.code].appraiser != versions.new.items[change.code].appraiser
        note(versions.new, "added" if moved else "changed", change.code)
        if moved:
            note(versions.old, "removed", change.code)
    for code in versions.differs.removed:
        note(versions.old, "removed", code)
    known = {**versions.old.appraisers, **versions.new.appraisers}
    return [
        TouchedAppraisalOut(appraiser_code=code, title=known[code].title, is_sent=code in sent, **kinds)
        for code, kinds in sorted(touched.items())
    ]
