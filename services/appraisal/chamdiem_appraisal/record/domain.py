"""What an appraisal record says of one sheet, before it is laid out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from chamdiem_rules.criteria_set import CriteriaSet, Leaf
from chamdiem_rules.instants import working_days_late
from chamdiem_rules.system_items import NEVER_SENT, Delay
from chamdiem_rules.totals import LeafInput, SheetInput, SheetResult, sheet_result


@dataclass(frozen=True)
class RecordedItem:
    """An item in sight with what the unit held and what the agency gave; `self_score` None for a claim and for an adjustment."""

    item: str
    appraiser_code: str
    self_score: Decimal | None
    is_claim: bool
    claimed_count: int | None
    score: Decimal | None
    not_applicable: bool
    count: int | None
    reason: str
    earlier_scores: tuple[Decimal | None, ...] = ()

    @property
    def is_answered(self) -> bool:
        """Whether a leaf has a score or an agreed claim."""
        return self.score is not None or self.not_applicable


@dataclass(frozen=True)
class RecordedClarification:
    """A question that was sent about a leaf; `answer` None: the unit gave none."""

    item: str
    round: int
    question: str
    answer: str | None
    files: tuple[str, ...]


@dataclass(frozen=True)
class RecordedSheet:
    """A sheet as far as it is in sight; `whole`: all of it is. `earlier_rounds` counts the rounds sent before the present one."""

    period_id: UUID
    set_code: str
    unit_code: str
    unit_name: str
    program: str
    year: int
    rehearsal: bool
    decision: str
    deadline: datetime
    sent_at: datetime | None
    holidays: tuple[date, ...]
    whole: bool
    agency: str | None
    items: Mapping[str, RecordedItem] = field(default_factory=dict)
    agencies: tuple[tuple[str, str, datetime | None], ...] = ()
    earlier_rounds: int = 0
    clarifications: tuple[RecordedClarification, ...] = ()


def result_so_far(sheet: RecordedSheet, criteria_set: CriteriaSet) -> SheetResult:
    """The sheet's result as the rules have it, from what appraisal knows: no survey points, no PAR index."""
    leaves = {
        code: LeafInput(item.self_score, item.is_claim, item.score, item.not_applicable)
        for code, item in sheet.items.items()
        if isinstance(criteria_set.items[code], Leaf)
    }
    counts = {code: item.count for code, item in sheet.items.items() if item.count is not None}
    return sheet_result(criteria_set, SheetInput(leaves=leaves, counts=counts, delay=delay_of(sheet)))


def delay_of(sheet: RecordedSheet) -> Delay:
    """How late the sheet was sent; one that can no longer be sent is late without end."""
    if sheet.sent_at is None:
        return NEVER_SENT
    return Delay(working_days_late(sheet.deadline, sheet.sent_at, sheet.holidays))
