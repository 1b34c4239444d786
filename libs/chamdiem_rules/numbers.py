"""Numbers as the rules read and round them (scoring-rules.md section 1): exact decimals, never binary floating point."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from chamdiem_rules.refusal import Refused

MICRO: Final = 1_000_000
"""Parts of a point: no number of the rules has more than six digits after the point, so a score is a whole number of these."""

_NUMBER: Final = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?", re.ASCII)
_COUNT: Final = re.compile(r"[0-9]{1,15}", re.ASCII)


def is_number(text: str) -> bool:
    """Whether `text` is a number as a person or a file may give it: `[0-9]{1,15}(\\.[0-9]{1,6})?` in ASCII."""
    return _NUMBER.fullmatch(text) is not None


def is_count(text: str) -> bool:
    """Whether `text` is a number without a fraction, as a count has to be."""
    return _COUNT.fullmatch(text) is not None


def parse_number(text: str, column: str) -> Decimal:
    """The number that `text` writes, with its digits as written. Refused: `value-missing` when empty, `not-a-number`."""
    if not text:
        raise Refused("value-missing", "Hãy nhập một số.", column)
    if not is_number(text):
        raise Refused(
            "not-a-number",
            "Hãy nhập số chỉ gồm chữ số 0-9, tối đa 15 chữ số, dấu chấm thập phân và tối đa 6 chữ số sau dấu chấm; "
            "không dùng dấu phẩy, dấu cách, dấu âm.",
            column,
        )
    return Decimal(text)


def parse_count(text: str, column: str) -> int:
    """The whole number that `text` writes. Refused: `value-missing` when empty, `not-a-number`, also with a fraction."""
    if not text:
        raise Refused("value-missing", "Hãy nhập một số nguyên.", column)
    if not is_count(text):
        raise Refused("not-a-number", "Hãy nhập số nguyên không âm chỉ gồm chữ số 0-9, tối đa 15 chữ số, không có phần thập phân.", column)
    return int(text)


def parse_typed_score(text: str, score_decimals: int, column: str = "score") -> Decimal:
    """A score in points that a person typed: at most `score_decimals` digits after the point as written (`0.250` has three).

    Refused: `value-missing`, `not-a-number`, `too-many-digits`. Its bounds are the caller's.
    """
    score = parse_number(text, column)
    _, _, fraction = text.partition(".")
    if len(fraction) > score_decimals:
        raise Refused("too-many-digits", f"Hãy ghi điểm với tối đa {score_decimals} chữ số sau dấu chấm.", column)
    return score


def to_micro(value: Decimal) -> int:
    """Points as a whole number of millionths. `ValueError` where the value has more than six digits after the point."""
    numerator, denominator = value.as_integer_ratio()
    micro, rest = divmod(numerator * MICRO, denominator)
    if rest:
        raise ValueError(f"{value} has more than six digits after the point")
    return micro


def from_micro(micro: int) -> Decimal:
    """Points from millionths, exact, without trailing zeros of the fraction."""
    return plain(Fraction(micro, MICRO))


def to_fraction(value: Decimal | int) -> Fraction:
    """The same number as an exact fraction."""
    return Fraction(value)


def plain(value: Fraction) -> Decimal:
    """A fraction that is a decimal of at most six digits, as that decimal without trailing zeros. `ValueError` otherwise."""
    micro = value * MICRO
    if micro.denominator != 1:
        raise ValueError(f"{value} has more than six digits after the point")
    digits = 6
    number = micro.numerator
    while digits and number % 10 == 0:
        number //= 10
        digits -= 1
    return scaled(number, digits)


def scaled(number: int, decimals: int) -> Decimal:
    """`number` / 10^`decimals` with exactly `decimals` digits after the point; exact whatever the decimal context says."""
    return Decimal(f"{number}E-{decimals}")


def round_half_up(value: Fraction, decimals: int) -> Decimal:
    """`value` rounded to `decimals` digits after the point, a half away from zero, with exactly that many digits."""
    return rounded_quotient(value.numerator, value.denominator, decimals)


def rounded_quotient(dividend: int, divisor: int, decimals: int) -> Decimal:
    """As `round_half_up` of `dividend` / `divisor`, `divisor` above 0; without making a fraction, which costs ten times as much."""
    number = (2 * abs(dividend) * 10**decimals + divisor) // (2 * divisor)
    return scaled(-number if dividend < 0 else number, decimals)


def format_score(value: Decimal, decimals: int) -> str:
    """Points in fixed point with `decimals` digits and a dot, as data files have them."""
    return f"{round_half_up(Fraction(value), decimals):f}"


def format_percent(value: Fraction, decimals: int) -> str:
    """An index or a percentage for display, rounded half-up to `decimals` digits."""
    return f"{round_half_up(value, decimals):f}"
