"""Items whose value the system knows: lateness, PAR index, gap of self-score and appraised score (scoring-rules.md section 3)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from chamdiem_rules.methods import AutoSource, Choice, DeductionLeaf, Ratio
from chamdiem_rules.numbers import from_micro, to_micro
from chamdiem_rules.score import deduction_score, ratio_score
from chamdiem_rules.set_types import Adjustment, Leaf


@dataclass(frozen=True, slots=True)
class Delay:
    """Lateness in working days, 0 in time; `days` None: the sheet was never sent, late without end."""

    days: int | None


NEVER_SENT = Delay(None)


def adjustment_points(adjustment: Adjustment, count: int | None) -> Decimal:
    """min(cap, n·per_occurrence) points for the count n; None (late without end): the cap (§6)."""
    if count is None:
        return adjustment.cap
    # In whole millionths: a Decimal product may need more digits than the context keeps.
    return from_micro(min(to_micro(adjustment.cap), count * to_micro(adjustment.per_occurrence)))


def gap(self_sum: int, appraised_sum: int, max_sum: int) -> int:
    """1 where the self-scores exceed the appraised scores by more than 10 % of the maxima, else 0; sums in the same unit."""
    return int(10 * (self_sum - appraised_sum) > max_sum)


def system_count(source: AutoSource, delay: Delay | None, gap_count: int | None) -> Delay | None:
    """The system's count for an adjustment or a deduction leaf, in the shape of a delay; None while not known."""
    match source:
        case AutoSource.SUBMISSION_DELAY:
            return delay
        case AutoSource.GAP:
            return None if gap_count is None else Delay(gap_count)
    raise ValueError(f"{source} is no count")


def system_score(leaf: Leaf, score_decimals: int, delay: Delay | None, par_index: Fraction | None, gap_count: int | None) -> Decimal | None:
    """What the method of an auto_source leaf gives for the system's value; None while that is not known."""
    if leaf.auto_source is None:
        raise ValueError(f"leaf {leaf.code} has no auto_source")
    scoring = leaf.scoring
    if isinstance(scoring, Ratio) and leaf.auto_source is AutoSource.PAR_INDEX and scoring.constant is not None:
        return None if par_index is None else ratio_score(leaf.max_score, scoring, par_index / Fraction(scoring.constant), score_decimals)
    count = system_count(leaf.auto_source, delay, gap_count)
    if count is None:
        return None
    match scoring:
        case DeductionLeaf():
            return deduction_score(scoring, count.days)
        case Choice(options):
            level = _delay_level(leaf, count)
            return next(option.score for option in options if option.id == level)
        case Ratio(constant=constant) if constant is not None:
            # Without end the ratio is above every denominator.
            ratio = Fraction(1) if count.days is None else Fraction(count.days) / Fraction(constant)
            return ratio_score(leaf.max_score, scoring, ratio, score_decimals)
    raise ValueError(f"leaf {leaf.code} has a method that takes no auto_source")


def _delay_level(leaf: Leaf, count: Delay) -> str:
    for band in leaf.delay_bands:
        if band.max_days is None or (count.days is not None and count.days <= band.max_days):
            return band.level
    raise ValueError(f"leaf {leaf.code} has no delay band for {count.days}")
