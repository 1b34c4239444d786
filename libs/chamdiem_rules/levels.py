"""Grade or classification from the index, and the knock-outs that lower it (scoring-rules.md section 6)."""

from collections.abc import Set
from dataclasses import dataclass
from fractions import Fraction

from chamdiem_rules.methods import AutoSource
from chamdiem_rules.set_types import CheckRule, CriteriaSet, KnockOut, Level, Operator
from chamdiem_rules.system_items import Delay


@dataclass(frozen=True, slots=True)
class KnockOutFacts:
    """What decides knock-outs: the manual ones confirmed, the sheet's delay and the unit's PAR index (None: not known, then none holds)."""

    confirmed: Set[str] = frozenset()
    delay: Delay | None = None
    par_index: Fraction | None = None


def level_by_index(criteria_set: CriteriaSet, index: Fraction) -> Level:
    """The level with the highest `min_percent` ≤ `index`, which is exact and in percent."""
    return max((level for level in criteria_set.levels if level.min_percent <= index), key=lambda level: level.min_percent)


def capped_level(criteria_set: CriteriaSet, by_index: Level, facts: KnockOutFacts) -> tuple[Level, tuple[str, ...]]:
    """The level after the knock-outs, and the codes that knocked it down: those that hold and cap below `by_index`, in the set's order."""
    levels = {level.code: level for level in criteria_set.levels}
    capping = [k for k in criteria_set.knock_outs if holds(k, facts) and levels[k.max_level].min_percent < by_index.min_percent]
    lowest = min((levels[k.max_level] for k in capping), key=lambda level: level.min_percent, default=by_index)
    return lowest, tuple(k.code for k in capping)


def holds(knock_out: KnockOut, facts: KnockOutFacts) -> bool:
    """Whether the knock-out holds: a manual one when confirmed, else its check. Late without end is above every number."""
    rule = knock_out.rule
    if rule is None:
        return knock_out.code in facts.confirmed
    if rule.source is AutoSource.PAR_INDEX:
        return facts.par_index is not None and _compare(facts.par_index, rule)
    if facts.delay is None:
        return False
    if facts.delay.days is None:
        return rule.operator in (Operator.GREATER, Operator.GREATER_OR_EQUAL)
    return _compare(Fraction(facts.delay.days), rule)


def _compare(value: Fraction, rule: CheckRule) -> bool:
    number = Fraction(rule.number)
    match rule.operator:
        case Operator.LESS:
            return value < number
        case Operator.LESS_OR_EQUAL:
            return value <= number
        case Operator.GREATER:
            return value > number
        case Operator.GREATER_OR_EQUAL:
            return value >= number
