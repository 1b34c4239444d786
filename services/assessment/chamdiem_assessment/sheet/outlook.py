"""What others made of a sheet since it was sent, as far as its status shows it (glossary section 9). It decides no write. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from chamdiem_rules.assign import ConflictRule, appraisers_of_sheet
from chamdiem_rules.set_types import CriteriaSet

_MOST_KEPT = 1024
_agencies: dict[tuple[UUID, str, bool, tuple[tuple[str, str], ...]], frozenset[str]] = {}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What appraisal and ranking told last of a sheet and its period; `closed`: agencies that sent their last round.

    `asked` counts the questions whose window is open, `answered` those of them that the unit has answered.
    """

    closed: frozenset[str] = frozenset()
    result_status: str | None = None
    conflict: ConflictRule = field(default_factory=ConflictRule)
    asked: int = 0
    answered: int = 0

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> "Outlook":
        """From what `OUTLOOK_COLUMN` holds."""
        conflict = ConflictRule(told["conflict_enabled"], told["replacements"])
        questions = told["questions"] or {"asked": 0, "answered": 0}
        return cls(frozenset(told["closed"]), told["result"], conflict, questions["asked"], questions["answered"])


def is_appraised(outlook: Outlook, criteria_set_id: UUID, criteria_set: CriteriaSet, unit_code: str) -> bool:
    """Whether every agency with an item on the unit's sheet has sent its last round."""
    if not outlook.closed:
        return False
    own = any(a.unit_code == unit_code for a in criteria_set.appraisers.values())
    # Sheets of units that are no agency's own are all appraised alike.
    key = (criteria_set_id, unit_code if own else "", outlook.conflict.enabled, tuple(sorted(outlook.conflict.replacements.items())))
    agencies = _agencies.get(key)
    if agencies is None:
        if len(_agencies) >= _MOST_KEPT:
            _agencies.clear()
        agencies = _agencies[key] = frozenset(appraisers_of_sheet(criteria_set, key[1], outlook.conflict))
    return agencies <= outlook.closed
