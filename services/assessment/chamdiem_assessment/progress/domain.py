"""What is told of a sheet to who may not see inside it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from chamdiem_assessment.sheet.domain import Sheet, shown_status
from chamdiem_kit.errors import NotFound
from chamdiem_rules.refusal import TITLES
from chamdiem_rules.set_types import CriteriaSet


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
