"""What a sheet still lacks before it may be approved and sent (scoring-rules.md section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from chamdiem_rules.set_types import CriteriaSet


@dataclass(frozen=True, slots=True)
class AnswerState:
    """What a sheet holds for one item: a declared value or claim, a file, a non-blank explanation; for an adjustment the claimed count."""

    has_value: bool = False
    has_evidence: bool = False
    has_explanation: bool = False
    claimed_count: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing missing: the declared `value` of a leaf, or `evidence` (a file or an explanation) for what was declared."""

    item: str
    kind: Literal["value", "evidence"]


_NOTHING: Final = AnswerState()


def missing_items(criteria_set: CriteriaSet, answers: Mapping[str, AnswerState]) -> tuple[Missing, ...]:
    """All that is missing, in the set's order, leaves first; empty when the sheet is complete. An item without an answer has nothing."""
    missing: list[Missing] = []
    for leaf in criteria_set.leaves:
        answer = answers.get(leaf.code, _NOTHING)
        if not leaf.self_scored:
            continue
        if not answer.has_value:
            missing.append(Missing(leaf.code, "value"))
        elif leaf.evidence and not (answer.has_evidence or answer.has_explanation):
            missing.append(Missing(leaf.code, "evidence"))
    for adjustment in criteria_set.adjustments:
        answer = answers.get(adjustment.code, _NOTHING)
        if answer.claimed_count > 0 and adjustment.evidence and not (answer.has_evidence or answer.has_explanation):
            missing.append(Missing(adjustment.code, "evidence"))
    return tuple(missing)
