"""How a leaf is scored: the methods of scoring-rules.md section 3 as plain values. All scores and limits are exact decimals."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ZeroDenominator(StrEnum):
    """What a denominator of 0 gives: 0, the leaf's maximum, or a claim of not applicable."""

    ZERO = "zero"
    MAX_SCORE = "max_score"
    NOT_APPLICABLE = "not_applicable"


class AutoSource(StrEnum):
    """Where the system takes the value of an item that nobody types."""

    PAR_INDEX = "par_index.index_percent"
    SUBMISSION_DELAY = "workflow.submission_delay"
    GAP = "workflow.self_vs_appraised_gap"


class Conversion(StrEnum):
    """How the answers to one survey question become a percentage."""

    MEAN_WEIGHT = "mean_weight"
    POSITIVE_SHARE = "positive_share"


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose, with the points it gives."""

    id: str
    label: str
    score: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """One level by number: `minimum` ≤ value < `below`; without `below` there is no upper end."""

    id: str
    label: str
    score: Decimal
    minimum: Decimal
    below: Decimal | None


@dataclass(frozen=True, slots=True)
class Floor:
    """Below `below_percent` percent the ratio gives `score` points."""

    below_percent: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class DelayBand:
    """The level for a delay of at most `max_days` working days; None: no end."""

    max_days: int | None
    level: str


@dataclass(frozen=True, slots=True)
class YesNo:
    """Method `yes_no`: the declared value is an option's id."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Method `levels`, input `choice`: the declared value is a level's id."""

    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class PercentLevels:
    """Method `levels`, input `percent`: the level in which 100·numerator/denominator lies, as an exact fraction."""

    levels: tuple[Band, ...]
    zero_denominator: ZeroDenominator
    numerator_label: str
    denominator_label: str


@dataclass(frozen=True, slots=True)
class CountLevels:
    """Method `levels`, input `count`: the level in which the whole number lies."""

    levels: tuple[Band, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Method `ratio`: max·min(1, numerator/denominator). Where there is a `constant` it is the denominator and is not declared."""

    constant: Decimal | None
    floor: Floor | None
    zero_denominator: ZeroDenominator | None
    numerator_label: str
    denominator_label: str


@dataclass(frozen=True, slots=True)
class DeductionLeaf:
    """Method `deduction` of a leaf: max(`min_score`, `start_score` − n·`per_occurrence`)."""

    start_score: Decimal
    per_occurrence: Decimal
    min_score: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class SurveySource:
    """The questions of one form that count for a leaf, and the form's weight among the leaf's forms."""

    form: str
    questions: tuple[str, ...]
    weight: Decimal


@dataclass(frozen=True, slots=True)
class SurveyScoring:
    """Method `survey`: the system computes the points from the answers (section 5)."""

    conversion: Conversion
    sources: tuple[SurveySource, ...]


Scoring = YesNo | Choice | PercentLevels | CountLevels | Ratio | DeductionLeaf | SurveyScoring
