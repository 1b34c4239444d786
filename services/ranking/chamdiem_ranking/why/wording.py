"""Sentences about numbers and instants, as people in Vietnam read them: decimal comma, day before month. Pure."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from chamdiem_rules.instants import VIETNAM
from chamdiem_rules.methods import Band, Choice, CountLevels, DeductionLeaf, PercentLevels, Ratio, SurveyScoring, YesNo
from chamdiem_rules.numbers import round_half_up
from chamdiem_rules.score import band_of
from chamdiem_rules.set_types import Adjustment, Leaf

_FINEST = 6


def number(value: Decimal | Fraction | int, decimals: int = _FINEST) -> str:
    """A number with a decimal comma and at most `decimals` digits after it, without trailing zeros."""
    text = f"{round_half_up(Fraction(value), decimals):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def written(text: str | int | None) -> str:
    """A number as the unit wrote it, with the decimal comma."""
    return "" if text is None else str(text).replace(".", ",")


def instant(value: datetime) -> str:
    """An instant in Vietnam's time."""
    return value.astimezone(VIETNAM).strftime("%H:%M:%S ngày %d/%m/%Y")


def declared_sentence(leaf: Leaf, answer: Mapping[str, Any], self_score: Decimal | None) -> str:
    """What a unit declared for a leaf and what the leaf's method gives for it."""
    points = "" if self_score is None else f" nên điểm tự chấm {number(self_score)}"
    return _declared(leaf, answer) + points + "."


def _declared(leaf: Leaf, answer: Mapping[str, Any]) -> str:
    scoring, count = leaf.scoring, answer["count"]
    match scoring:
        case YesNo(options) | Choice(options):
            label = next((o.label for o in options if o.id == answer["option"]), written(answer["option"]))
            return f"Đơn vị chọn “{label}”"
        case Ratio():
            divisor = written(answer["denominator"]) or number(scoring.constant or 0)
            part = f"{written(answer['numerator'])}/{divisor}"
            return f"Đơn vị kê khai {part}; điểm = {number(leaf.max_score)} · min(1; {part})"
        case PercentLevels(levels):
            return _declared_percent(levels, answer["numerator"], answer["denominator"])
        case CountLevels(levels):
            return f"Đơn vị kê khai {count}, thuộc mức “{_band(levels, Fraction(count or 0))}”"
        case DeductionLeaf():
            start, per, low = number(scoring.start_score), number(scoring.per_occurrence), number(scoring.min_score)
            return f"Đơn vị kê khai {count}; điểm = max({low}; {start} − {count} · {per})"
    return "Đơn vị không kê khai"


def _declared_percent(levels: tuple[Band, ...], b: str | None, a: str | None) -> str:
    said = f"Đơn vị kê khai {written(b)}/{written(a)}"
    if not a or not Fraction(a):
        return f"{said}, mẫu số bằng 0"
    percent = 100 * Fraction(b or 0) / Fraction(a)
    return f"{said} = {number(percent)} %, thuộc mức “{_band(levels, percent)}”"


def _band(levels: tuple[Band, ...], value: Fraction) -> str:
    return band_of(levels, value).label


def adjustment_sentence(adjustment: Adjustment, count: int | None, points: Decimal) -> str:
    """How an adjustment's count becomes points; a `count` of None is late without end."""
    cap = number(adjustment.cap)
    if count is None:
        return f"Không gửi nên tính bằng mức tối đa {cap} điểm."
    product = f"{count} {adjustment.unit} · {number(adjustment.per_occurrence)}".replace("  ", " ")
    return f"{product}, tối đa {cap}: {number(points)} điểm."


def method_name(leaf: Leaf) -> str:
    """The name of a leaf's method."""
    match leaf.scoring:
        case YesNo():
            return "có hoặc không"
        case Choice() | PercentLevels() | CountLevels():
            return "bậc thang"
        case Ratio():
            return "tỷ lệ"
        case DeductionLeaf():
            return "trừ điểm"
        case SurveyScoring():
            return "điều tra xã hội học"
