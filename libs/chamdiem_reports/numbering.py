"""STT of the appendix: fields I, II, III; criteria 1, 2 within the field; sub-criteria 1.1 (practice notes, section 10)."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from chamdiem_reports.documents import Level

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_ROMAN_SMALL = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(number: int) -> str:
    """Roman capitals for 1 to 3999; raises `ValueError` outside."""
    if not 0 < number < 4000:
        raise ValueError(f"no Roman numeral for {number}")
    signs = ""
    for value, sign in _ROMAN + _ROMAN_SMALL:
        signs += sign * (number // value)
        number %= value
    return signs


def numbered(levels: Iterable[Level]) -> Iterator[str]:
    """The STT of each row in turn; adjustments count on their own from 1."""
    field = criterion = sub_criterion = adjustment = 0
    for level in levels:
        match level:
            case "field":
                field, criterion = field + 1, 0
                yield roman(field)
            case "criterion":
                criterion, sub_criterion = criterion + 1, 0
                yield str(criterion)
            case "sub_criterion":
                sub_criterion += 1
                yield f"{criterion}.{sub_criterion}"
            case "adjustment":
                adjustment += 1
                yield str(adjustment)
            case _:
                assert_never(level)
