"""What is told of a sheet to who may not see inside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chamdiem_assessment.sheet.domain import Sheet, shown_status
from chamdiem_kit.errors import NotFound
from chamdiem_kit.tables import Cell, Column
from chamdiem_rules.refusal import TITLES
from chamdiem_rules.set_types import CriteriaSet

STATUS_LABELS = {
    "not_started": "Chưa chấm điểm",
    "drafting": "Đang nhập liệu",
    "awaiting_approval": "Chờ lãnh đạo phê duyệt",
    "returned": "Trả lại để chỉnh sửa",
    "approved": "Lãnh đạo đã phê duyệt",
    "sent": "Đã gửi kết quả tự đánh giá",
    "in_appraisal": "Đang thẩm định",
    "clarification_open": "Đang giải trình",
    "clarification_sent": "Đã gửi giải trình",
    "appraised": "Đã thẩm định",
    "not_sent": "Không gửi",
    "published": "Đã công bố",
}
"""The glossary's words for `shown_status`."""

COLUMNS: Sequence[Column] = (
    Column("Nhóm xếp hạng", 18),
    Column("Mã đơn vị", 18),
    Column("Đơn vị", 40),
    Column("Bộ tiêu chí", 18),
    Column("Trạng thái", 28),
    Column("Đã kê khai (%)", 12),
    Column("Gửi lúc", 20),
    Column("Gửi chậm", 10),
)


class UnknownSet(NotFound):
    type = "assessment/unknown-set"
    title = TITLES["unknown-set"]


@dataclass(frozen=True, slots=True)
class SheetProgress:
    """One sheet; `complete_percent` is the share of leaves to be declared that are, rounded down, 0 to 100."""

    sheet_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    unit_type: str
    ranking_group: str
    status: str
    sent_at: datetime | None
    late: bool
    complete_percent: int


def progress_of(sheet: Sheet, unit_type: str, ranking_group: str, declared: int, criteria_set: CriteriaSet) -> SheetProgress:
    """The sheet's progress; `declared` counts its leaves with a value or claim."""
    to_declare = sum(leaf.self_scored for leaf in criteria_set.leaves)
    sent_at = sheet.state.sent_at
    return SheetProgress(
        sheet_id=sheet.of.sheet_id,
        set_code=sheet.of.set_code,
        unit_code=sheet.of.unit_code,
        unit_name=sheet.of.unit_name,
        unit_type=unit_type,
        ranking_group=ranking_group,
        status=shown_status(sheet, criteria_set),
        sent_at=sent_at,
        late=sent_at is not None and sent_at > sheet.window.deadline,
        complete_percent=100 * min(declared, to_declare) // to_declare if to_declare else 100,
    )


def table_of(found: Iterable[SheetProgress]) -> Iterator[Sequence[Cell]]:
    """A row for each sheet, by ranking group and unit."""
    for one in sorted(found, key=lambda one: (one.ranking_group, one.unit_code, one.set_code)):
        yield (
            one.ranking_group,
            one.unit_code,
            one.unit_name,
            one.set_code,
            STATUS_LABELS[one.status],
            one.complete_percent,
            one.sent_at,
            "Có" if one.late else None,
        )
