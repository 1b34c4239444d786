"""Best, worst and mean of numbers, and how they are spread over bands. Pure and exact."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from chamdiem_rules.numbers import round_half_up

BAND = 5


@dataclass(frozen=True)
class Spread:
    """Of some numbers: the largest, the smallest, and the mean rounded half-up."""

    best: Decimal
    worst: Decimal
    mean: Decimal


@dataclass(frozen=True)
class Band:
    """How many numbers lie from `start` up to but not including `end`; the last band includes its end."""

    start: int
    end: int
    units: int


def spread_of(values: Sequence[Decimal], decimals: int) -> Spread | None:
    """Best, worst and mean; None where there is nothing."""
    if not values:
        return None
    mean = sum((Fraction(value) for value in values), Fraction()) / len(values)
    best, worst = (round_half_up(Fraction(value), decimals) for value in (max(values), min(values)))
    return Spread(best, worst, round_half_up(mean, decimals))


def bands_of(percents: Sequence[Fraction]) -> list[Band]:
    """Percentages (0 to 100) in bands of five, from the band of the smallest up to 100."""
    if not percents:
        return []
    lowest = min(floor(min(percents) / BAND) * BAND, 100 - BAND)
    counts = [0] * ((100 - lowest) // BAND)
    for percent in percents:
        counts[min(floor((percent - lowest) / BAND), len(counts) - 1)] += 1
    return [Band(lowest + BAND * n, lowest + BAND * (n + 1), units) for n, units in enumerate(counts)]
