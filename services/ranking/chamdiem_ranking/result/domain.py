"""When a result is aggregated, and from what a sheet's result is computed (rules §3, §6, §7). Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from chamdiem_rules.instants import working_days_late
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


def deadlines_of(self_assessment_to: datetime, late_until: datetime, extension: datetime | None, holidays: Sequence[date]) -> Deadlines:
    """A sheet's deadlines: the extension replaces the deadline, and the later of it and `late_until` is the last instant (rules §4)."""
    deadline = extension or self_assessment_to
    return Deadlines(deadline, max(late_until, deadline), tuple(holidays))


def delay_of(sent_at: datetime | None, deadlines: Deadlines, now: datetime) -> Delay | None:
    """Lateness in working days (rules §3); without end when the sheet can no longer be sent; None while it still can."""
    if sent_at is not None:
        return Delay(working_days_late(deadlines.deadline, sent_at, deadlines.holidays))
    return NEVER_SENT if now > deadlines.last_instant else None


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

    Aggregated by itself as soon as nothing is waited for; provisional again when something is. A change after the council agreed
    needs a new agreement.
    """
    if waiting:
        return ResultStatus.PROVISIONAL
    if status is ResultStatus.PROVISIONAL or changed:
        return ResultStatus.AGGREGATED
    return status
