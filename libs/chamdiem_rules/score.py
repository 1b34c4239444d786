"""What a leaf's method gives for a value, and which scores it can give at all (scoring-rules.md sections 1, 3, 4)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final, Protocol

from chamdiem_rules.methods import Band, Choice, CountLevels, DeductionLeaf, Option, PercentLevels, Ratio, YesNo, ZeroDenominator
from chamdiem_rules.numbers import from_micro, rounded_quotient, to_micro
from chamdiem_rules.set_types import Leaf

MOST_CHOICES: Final = 1000
"""Above so many possible scores of a deduction leaf no list is made of them."""


class Value(Protocol):
    """A declared value: what the method uses is not None."""

    @property
    def option(self) -> str | None: ...
    @property
    def numerator(self) -> Decimal | None: ...
    @property
    def denominator(self) -> Decimal | None: ...
    @property
    def count(self) -> int | None: ...


def compute_score(leaf: Leaf, value: Value, score_decimals: int) -> Decimal:
    """The points that `leaf`'s method gives for a value it takes; a computed one is rounded half-up, once (§1, §3).

    `ValueError` where the method gives no score: a value of another method, a survey leaf, or a denominator of 0 that makes a claim.
    """
    scoring = leaf.scoring
    match scoring:
        case YesNo(options) | Choice(options) if value.option is not None:
            return _option_score(options, value.option)
        case PercentLevels() | Ratio() if value.numerator is not None and value.denominator is not None:
            return _score_of_fraction(leaf, scoring, value.numerator, value.denominator, score_decimals)
        case CountLevels() if value.count is not None:
            return band_of(scoring.levels, Fraction(value.count)).score
        case DeductionLeaf() if value.count is not None:
            return deduction_score(scoring, value.count)
    raise ValueError(f"leaf {leaf.code} cannot be scored with {value}")


def ratio_score(max_score: Decimal, scoring: Ratio, ratio: Fraction, score_decimals: int) -> Decimal:
    """Points of method `ratio` for the exact numerator/denominator `ratio`."""
    return _share_of(max_score, scoring, ratio.numerator, ratio.denominator, score_decimals)


def deduction_score(scoring: DeductionLeaf, count: int | None) -> Decimal:
    """Points of a deduction leaf after `count` occurrences; None: without end."""
    if count is None:
        return scoring.min_score
    # In whole millionths: a Decimal product may need more digits than the context keeps.
    return max(scoring.min_score, from_micro(to_micro(scoring.start_score) - count * to_micro(scoring.per_occurrence)))


def band_of(levels: Iterable[Band], value: Fraction) -> Band:
    """The level with `minimum` ≤ `value` < `below`. A set that was read has exactly one for every value from 0 on."""
    for level in levels:
        if level.minimum <= value and (level.below is None or value < level.below):
            return level
    raise ValueError(f"no level for {value}")


def is_possible_score(leaf: Leaf, score: Decimal) -> bool:
    """Whether the leaf's method can give `score` (§4): any within 0…max for `ratio`, else one of the method's own."""
    if not 0 <= score <= leaf.max_score:
        return False
    if isinstance(leaf.scoring, DeductionLeaf):
        return _deduction_gives(leaf.scoring, score)
    offered = _offered(leaf)
    return offered is None or score in offered


def possible_scores(leaf: Leaf) -> tuple[Decimal, ...] | None:
    """The scores to choose from, high to low, for the methods that give only some; None for `ratio` and `survey`, and where too many."""
    offered = _offered(leaf)
    if isinstance(leaf.scoring, DeductionLeaf):
        scoring = leaf.scoring
        span, step = to_micro(scoring.start_score) - to_micro(scoring.min_score), to_micro(scoring.per_occurrence)
        steps = -(-span // step) if step else 0
        offered = {deduction_score(scoring, n) for n in range(steps + 1)} if steps < MOST_CHOICES else None
    return None if offered is None else tuple(sorted(offered, reverse=True))


def _offered(leaf: Leaf) -> set[Decimal] | None:
    """The scores written in the set for the methods that choose among some."""
    match leaf.scoring:
        case YesNo(options) | Choice(options):
            return {option.score for option in options}
        case CountLevels(levels):
            return {level.score for level in levels}
        case PercentLevels(levels, zero_denominator):
            at_zero = _zero_denominator_points(leaf, zero_denominator)
            return {level.score for level in levels} | ({at_zero} if at_zero is not None else set())
    return None


def _deduction_gives(scoring: DeductionLeaf, score: Decimal) -> bool:
    lost, step = to_micro(scoring.start_score) - to_micro(score), to_micro(scoring.per_occurrence)
    if score == scoring.min_score:
        return lost == 0 or step > 0
    return score > scoring.min_score and (lost == 0 or (step > 0 and lost > 0 and lost % step == 0))


def _score_of_fraction(
    leaf: Leaf, scoring: PercentLevels | Ratio, numerator: Decimal, denominator: Decimal, score_decimals: int
) -> Decimal:
    if not denominator:
        points = _zero_denominator_points(leaf, scoring.zero_denominator)
        if points is None:
            raise ValueError(f"a denominator of 0 is a claim for leaf {leaf.code}")
        return points
    # Both as whole numbers of one size, so that their quotient stays exact.
    (above, above_parts), (below, below_parts) = numerator.as_integer_ratio(), denominator.as_integer_ratio()
    part, whole = above * below_parts, below * above_parts
    if isinstance(scoring, Ratio):
        return _share_of(leaf.max_score, scoring, part, whole, score_decimals)
    return band_of(scoring.levels, Fraction(100 * part, whole)).score


def _share_of(max_score: Decimal, scoring: Ratio, part: int, whole: int, score_decimals: int) -> Decimal:
    if scoring.floor is not None:
        limit, parts_of_percent = scoring.floor.below_percent.as_integer_ratio()
        if 100 * part * parts_of_percent < limit * whole:
            return scoring.floor.score
    most, parts_of_point = max_score.as_integer_ratio()
    return rounded_quotient(most * min(part, whole), parts_of_point * whole, score_decimals)


def _option_score(options: Iterable[Option], option_id: str) -> Decimal:
    for option in options:
        if option.id == option_id:
            return option.score
    raise ValueError(f"no option {option_id}")


def _zero_denominator_points(leaf: Leaf, rule: ZeroDenominator | None) -> Decimal | None:
    match rule:
        case ZeroDenominator.ZERO:
            return Decimal(0)
        case ZeroDenominator.MAX_SCORE:
            return leaf.max_score
    return None
