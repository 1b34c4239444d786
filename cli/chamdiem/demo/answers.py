"""Declared values as an officer would enter them: plausible, different from unit to unit, the same on every run."""

import random
from collections.abc import Sequence
from typing import Any

from chamdiem.demo.documents import Unit
from chamdiem_rules.methods import Band, Choice, CountLevels, DeductionLeaf, Option, PercentLevels, Ratio, YesNo
from chamdiem_rules.set_types import Adjustment, AdjustmentKind, CriteriaSet, Leaf

_USUAL_EVIDENCE = "Báo cáo kết quả thực hiện"
_BEST_SHARE = 0.94


def answers_of(criteria: CriteriaSet, unit: Unit, year: int) -> list[dict[str, Any]]:
    """A line for every leaf that the unit declares, in the set's order; of adjustments where there is something to count."""
    chance = random.Random(f"{criteria.code}/{unit.code}/{year}")  # noqa: S311  plausible, not secret
    skill = chance.uniform(0.86, 1.0)
    lines = []
    for item in criteria.items.values():
        if item.is_system or (isinstance(item, Leaf) and not item.self_scored):
            continue
        value = _counted(item, chance) if isinstance(item, Adjustment) else _declared(item, chance, skill)
        if value is not None:
            lines.append({"item": item.code, **value, "explanation": _explanation(item, unit, year, chance)})
    return lines


def _declared(leaf: Leaf, chance: random.Random, skill: float) -> dict[str, Any]:
    match leaf.scoring:
        case YesNo(options=options) | Choice(options=options):
            return {"option": _pick(options, chance, skill).id}
        case CountLevels(levels=levels):
            return {"count": str(_within(_pick(levels, chance, skill), chance))}
        case DeductionLeaf():
            return {"count": "0" if chance.random() < _BEST_SHARE else "1"}
        case Ratio(constant=constant) if constant is not None:
            return {"numerator": str(round(float(constant) * min(1.0, chance.uniform(skill - 0.1, skill + 0.05)), 1))}
        case PercentLevels() | Ratio():
            denominator = chance.choice((12, 24, 36, 60, 118, 240, 512, 1260))
            share = min(1.0, chance.uniform(skill - 0.06, skill + 0.12))
            return {"numerator": str(round(denominator * share)), "denominator": str(denominator)}
        case _:
            return {}


def _counted(item: Adjustment, chance: random.Random) -> dict[str, Any] | None:
    seldom = 0.35 if item.kind is AdjustmentKind.BONUS else 0.12
    return {"count": "1"} if chance.random() < seldom else None


def _pick(options: "Sequence[Option] | Sequence[Band]", chance: random.Random, skill: float) -> Any:
    """The best option mostly, else the next."""
    ordered = sorted(options, key=lambda option: option.score, reverse=True)
    return ordered[0] if chance.random() < _BEST_SHARE * skill or len(ordered) == 1 else ordered[1]


def _within(band: Band, chance: random.Random) -> int:
    lowest = int(band.minimum)
    highest = lowest + 3 if band.below is None else max(lowest, int(band.below) - 1)
    return chance.randint(lowest, min(highest, lowest + 3))


def _explanation(item: Leaf | Adjustment, unit: Unit, year: int, chance: random.Random) -> str:
    kind = item.evidence[0] if item.evidence else _USUAL_EVIDENCE
    number, day, month = chance.randint(12, 486), chance.randint(1, 28), chance.randint(3, 10)
    return f"{kind}: văn bản số {number}/{unit.abbreviation} ngày {day:02}/{month:02}/{year}."
