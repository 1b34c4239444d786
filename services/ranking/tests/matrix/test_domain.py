"""Spreads are exact and bands leave nobody out."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chamdiem_ranking.matrix.domain import Spread, bands_of, spread_of

percents = st.fractions(min_value=0, max_value=100)


def test_a_mean_is_rounded_once_and_half_up() -> None:
    assert spread_of([Decimal("1"), Decimal("2"), Decimal("2")], 2) == Spread(Decimal("2.00"), Decimal("1.00"), Decimal("1.67"))
    assert spread_of([Decimal("0.01"), Decimal("0.02")], 2) == Spread(Decimal("0.02"), Decimal("0.01"), Decimal("0.02"))
    assert spread_of([], 2) is None


@given(st.lists(percents, min_size=1))
def test_every_number_lies_in_one_band(values: list[Fraction]) -> None:
    bands = bands_of(values)
    assert sum(band.units for band in bands) == len(values)
    assert bands[-1].end == 100
    for band in bands:
        inside = [v for v in values if band.start <= v < band.end or (band.end == 100 and v == 100)]
        assert band.units == len(inside)
