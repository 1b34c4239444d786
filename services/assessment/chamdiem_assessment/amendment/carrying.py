"""What becomes of one declared value under the new version of its item (scoring-rules.md section 2). Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chamdiem_assessment.sheet.answer import Answer, Given, declare_value
from chamdiem_rules.refusal import Refused
from chamdiem_rules.set_types import Adjustment, CriteriaSet, Leaf


@dataclass(frozen=True, slots=True)
class Carried:
    """What a sheet's answers become; codes in the new set's order. `gone` are told by their old codes.

    `rescored`: the value stays and gives another self-score; `emptied`: the value is not one of the new version, explanation and files
    stay; `restored`: the code had been out of the set; `written`: the answers to keep, of all three kinds.
    """

    written: tuple[Answer, ...] = ()
    rescored: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the sheet's answers stay as they are."""
        return not (self.written or self.gone)


def is_declared(item: Leaf | Adjustment | None) -> bool:
    """Whether the unit enters something for the item."""
    return item is not None and not item.is_system and (not isinstance(item, Leaf) or item.self_scored)


def carry(answers: Mapping[str, Answer], past: Mapping[str, Answer], new: CriteriaSet) -> Carried:
    """The answers of one sheet under `new`. `past`: what stood last at items that have no answer now."""
    written: list[Answer] = []
    rescored, emptied, restored = [], [], []
    for code, item in new.items.items():
        before = answers.get(code) or past.get(code)
        if before is None or not is_declared(item):
            continue
        after = carry_one(before, new)
        if code not in answers:
            restored.append(code)
        elif after == before:
            continue
        elif _value(after) != _value(before):
            emptied.append(code)
        else:
            rescored.append(code)
        written.append(after)
    gone = tuple(code for code in answers if not is_declared(new.item(code)))
    return Carried(tuple(written), tuple(rescored), tuple(emptied), tuple(restored), gone)


def carry_one(before: Answer, new: CriteriaSet) -> Answer:
    """One answer under `new`, which has its item: the same value scored again, or none where the item does not take it."""
    given = Given(
        item=before.item,
        option=before.option or "",
        numerator=before.numerator or "",
        denominator=before.denominator or "",
        count=before.count or "",
        not_applicable=before.not_applicable,
        explanation=before.explanation,
        # A value that had not been whole yet is no reason to lose what there was of it.
        unfinished=True,
    )
    try:
        after = declare_value(new, given)
    except Refused:
        after = declare_value(new, Given(item=before.item, explanation=before.explanation, unfinished=True))
    return replace(after, evidence_ids=before.evidence_ids)


def _value(answer: Answer) -> tuple[object, ...]:
    return answer.option, answer.numerator, answer.denominator, answer.count, answer.not_applicable
