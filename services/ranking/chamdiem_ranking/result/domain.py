"""When a result is aggregated, and from what a sheet's result is computed (rules §3, §6, §7). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID

from chamdiem_rules.assign import ConflictRule, appraiser_of, knock_out_appraiser_of
from chamdiem_rules.instants import working_days_late
from chamdiem_rules.set_types import CriteriaSet
from chamdiem_rules.system_items import NEVER_SENT, Delay
from chamdiem_rules.totals import LeafInput, SheetInput


class ResultStatus(StrEnum):
    """Glossary §9, `result.status`."""

    PROVISIONAL = "provisional"
    AGGREGATED = "aggregated"
    AGREED = "agreed"
    PUBLISHED = "published"


@dataclass(frozen=True)
class WaitingFor:
    """One thing a result waits for: an agency's appraisal, a survey form, or the PAR index."""

    kind: str
    name: str = ""


@dataclass(frozen=True)
class Deadlines:
    """What decides a sheet's lateness: its deadline (an extension counted), the last instant it may be sent, and the holidays."""

    deadline: datetime
    last_instant: datetime
    holidays: tuple[date, ...]


@dataclass(frozen=True)
class DeclaredItem:
    """What a sent sheet said of one item; `self_score` is None for a claim and for an adjustment."""

    self_score: Decimal | None
    is_claim: bool


@dataclass(frozen=True)
class GivenItem:
    """What an agency gave to one item."""

    score: Decimal | None
    not_applicable: bool
    count: int | None


@dataclass(frozen=True)
class Given:
    """What one agency gave to one sheet: scores, counts and confirmed knock-outs."""

    appraiser_code: str
    items: Mapping[str, GivenItem]
    knock_outs: frozenset[str]


@dataclass(frozen=True)
class AssignedTo:
    """Who appraises what on one sheet: agency by item, and by manual knock-out."""

    items: Mapping[str, str | None]
    knock_outs: Mapping[str, str | None]


class Assignments:
    """Who appraises what on which sheet of a period; worked out once for all units that are no agency's own (rules §4)."""

    def __init__(self, sets: Mapping[UUID, CriteriaSet], conflict: ConflictRule) -> None:
        self._sets, self._conflict = sets, conflict
        self._own = {id_: {a.unit_code for a in s.appraisers.values()} for id_, s in sets.items()}
        self._found: dict[tuple[UUID, str], AssignedTo] = {}

    def of(self, criteria_set_id: UUID, unit_code: str) -> AssignedTo:
        """The agencies of one sheet."""
        key = (criteria_set_id, unit_code if unit_code in self._own[criteria_set_id] else "")
        if key not in self._found:
            s = self._sets[criteria_set_id]
            items = {item: appraiser_of(s, item, key[1], self._conflict) for item in s.items}
            knock_outs = {k.code: knock_out_appraiser_of(s, k.code, key[1], self._conflict) for k in s.knock_outs}
            self._found[key] = AssignedTo(items, knock_outs)
        return self._found[key]


def in_force(given: Sequence[Given], assigned: AssignedTo) -> tuple[dict[str, GivenItem], frozenset[str]]:
    """What counts of all that agencies gave to a sheet: only what each is still assigned, since a replacement may have changed."""
    items: dict[str, GivenItem] = {}
    knock_outs: set[str] = set()
    for one in given:
        items.update({item: value for item, value in one.items.items() if assigned.items.get(item) == one.appraiser_code})
        knock_outs |= {code for code in one.knock_outs if assigned.knock_outs.get(code) == one.appraiser_code}
    return items, frozenset(knock_outs)


def deadlines_of(self_assessment_to: datetime, late_until: datetime, extension: datetime | None, holidays: Sequence[date]) -> Deadlines:
    """A sheet's deadlines: the extension replaces the deadline, and the later of it and `late_until` is the last instant (rules §4)."""
    deadline = extension or self_assessment_to
    return Deadlines(deadline, max(late_until, deadline), tuple(holidays))


def delay_of(sent_at: datetime | None, deadlines: Deadlines, now: datetime, *, period_ended: bool = False) -> Delay | None:
    """Lateness in working days (rules §3); without end when the sheet can no longer be sent; None while it still can."""
    if sent_at is not None:
        return Delay(working_days_late(deadlines.deadline, sent_at, deadlines.holidays))
    return NEVER_SENT if period_ended or now > deadlines.last_instant else None


def sheet_input(
    declared: Mapping[str, DeclaredItem] | None,
    given: Mapping[str, GivenItem],
    *,
    survey_points: Mapping[str, Decimal | None],
    delay: Delay | None,
    par_index: Fraction | None,
    knock_outs: frozenset[str],
) -> SheetInput:
    """All that decides one sheet. `declared` is None for a unit that sent nothing: self-score 0 everywhere, and no claim (rules §4)."""
    said = declared or {}
    leaves = {}
    for item in said.keys() | given.keys():
        told, got = said.get(item), given.get(item)
        leaves[item] = LeafInput(
            self_score=told.self_score if told else None,
            is_claim=bool(told and told.is_claim),
            appraised_score=got.score if got else None,
            agreed_not_applicable=bool(got and got.not_applicable),
        )
    counts = {item: got.count for item, got in given.items() if got.count is not None}
    return SheetInput(
        leaves=leaves, counts=counts, survey_points=survey_points, delay=delay, par_index=par_index, confirmed_knock_outs=knock_outs
    )


def next_status(status: ResultStatus, waiting: Sequence[WaitingFor], *, changed: bool) -> ResultStatus:
    """What becomes of a result once its sheets are computed again (rules §7).

    Aggregated by itself as soon as nothing is waited for; provisional again when something is. `changed`: a number, level or rank is not
    what it was, and then what the council agreed on, or what was published, has to be agreed on again.
    """
    if waiting:
        return ResultStatus.PROVISIONAL
    if status is ResultStatus.PROVISIONAL or changed:
        return ResultStatus.AGGREGATED
    return status


_WAITING_TEXT = {
    "appraisal": "kết quả thẩm định của",
    "survey": "phiếu khảo sát",
    "par_index": "chỉ số cải cách hành chính",
    "self_assessment": "phiếu còn được gửi",
}
_MOST_NAMED = 10


def reason_of(before: ResultStatus, after: ResultStatus, waiting: Sequence[WaitingFor]) -> str:
    """The Vietnamese sentence that the history keeps for a change the system made by itself."""
    if after is ResultStatus.PROVISIONAL:
        named = ", ".join(f"{_WAITING_TEXT[w.kind]} {w.name}".strip() for w in waiting[:_MOST_NAMED])
        more = f" và {len(waiting) - _MOST_NAMED} việc khác" if len(waiting) > _MOST_NAMED else ""
        again = "Trở lại tạm tính" if before is not ResultStatus.PROVISIONAL else "Tạm tính"
        return f"{again}: còn chờ {named}{more}."
    match before:
        case ResultStatus.AGREED:
            return "Số liệu thay đổi sau khi Hội đồng thống nhất; cần thống nhất lại."
        case ResultStatus.PUBLISHED:
            return "Số liệu thay đổi sau khi công bố; đây là bản đính chính, cần thống nhất và công bố lại."
        case ResultStatus.AGGREGATED:
            return "Số liệu thay đổi; hệ thống tổng hợp lại."
    return "Đủ kết quả thẩm định và khảo sát; hệ thống tự tổng hợp."
