"""The difference between a sheet's present answers and those of an earlier step. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from chamdiem_assessment.evidence.domain import Evidence
from chamdiem_assessment.report.composing import declared_in_words
from chamdiem_assessment.report.domain import line_of
from chamdiem_assessment.sheet.answer import Answer, KeptAnswer, self_total
from chamdiem_kit.errors import NotFound
from chamdiem_rules.set_types import CriteriaSet

GIVEN_BACK = frozenset({"returned", "approval_voided", "recalled", "amended"})
"""Acts after which the unit works on the sheet again."""


class StepNotFound(NotFound):
    type = "assessment/step-not-found"
    title = "Phiếu không có lần đổi trạng thái này"


@dataclass(frozen=True, slots=True)
class Step:
    """One change of the sheet's state, by which earlier answers are known."""

    version: int
    act: str
    reason: str
    changed_by_name: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Side:
    """What the report says of one item at one time; `self_score` in points."""

    declared: str
    self_score: Decimal | None
    explanation: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item of which the report says something else now; `before` None: nothing was given then."""

    item: str
    title: str
    before: Side | None
    after: Side
    differs: tuple[str, ...]
    saved_by_name: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since a step; sums of self-scores in points."""

    since: Step | None
    total_before: Decimal
    total_after: Decimal
    items: tuple[ItemChange, ...]


def step_to_compare(steps: Sequence[Step], wanted: int | None) -> Step | None:
    """The step of that version; without one the last time the sheet came back to the unit, else its last export. None: neither was.

    `steps` from old to new. Raises `StepNotFound`.
    """
    if wanted is not None:
        found = next((s for s in steps if s.version == wanted), None)
        if found is None:
            raise StepNotFound("Hãy chọn một lần đổi trạng thái trong lịch sử của phiếu.")
        return found
    given_back = [s for s in steps if s.act in GIVEN_BACK]
    exported = [s for s in steps if s.act == "exported"]
    return next(reversed(given_back or exported), None)


def compare(
    criteria_set: CriteriaSet,
    since: Step | None,
    before: Mapping[str, Answer],
    present: Mapping[str, KeptAnswer],
    files: Mapping[UUID, Evidence],
) -> Changes:
    """What the report says else now, in the set's order; saving the same again is no change."""
    after = {code: kept.answer for code, kept in present.items()}
    items = []
    for code in criteria_set.items:
        kept = present.get(code)
        if kept is None:
            continue
        was = _side(criteria_set, before[code], files) if code in before else None
        now = _side(criteria_set, kept.answer, files)
        differs = _differing(was, now)
        if differs:
            items.append(ItemChange(code, _title(criteria_set, code), was, now, differs, kept.saved_by_name, kept.saved_at))
    return Changes(since, self_total(criteria_set, before), self_total(criteria_set, after), tuple(items))


def _side(criteria_set: CriteriaSet, answer: Answer, files: Mapping[UUID, Evidence]) -> Side:
    item = criteria_set.item(answer.item)
    line: dict[str, Any] = line_of(answer, files)
    declared = "" if item is None else declared_in_words(item, line)
    return Side(declared, answer.self_score, answer.explanation, tuple(file["name"] for file in line["evidence"]))


def _differing(was: Side | None, now: Side) -> tuple[str, ...]:
    names = ("declared", "self_score", "explanation", "evidence")
    if was is None:
        return tuple(name for name in names if getattr(now, name))
    return tuple(name for name in names if getattr(was, name) != getattr(now, name))


def _title(criteria_set: CriteriaSet, code: str) -> str:
    item = criteria_set.item(code)
    return item.title if item is not None else code
