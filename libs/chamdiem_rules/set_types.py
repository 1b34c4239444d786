"""A criteria set as plain values (scoring-rules.md section 2). Read with `criteria_set.read_criteria_set`, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Final

from chamdiem_rules.methods import AutoSource, DelayBand, Scoring, SurveyScoring

HOME_AFFAIRS: Final = "SNV"
"""The agency that confirms a manual knock-out which names no appraiser (section 6)."""


class Program(StrEnum):
    """The two scoring programs."""

    PAR_INDEX = "par_index"
    TASK_COMPLETION = "task_completion"


class RankBy(StrEnum):
    """What units are ranked by, high to low."""

    INDEX = "index"
    FINAL_SCORE = "final_score"


class TieRule(StrEnum):
    """What becomes of equal units: 1, 2, 2, 3; 1, 2, 2, 4; or further keys are compared."""

    SHARED_RANK_DENSE = "shared_rank_dense"
    SHARED_RANK_GAP = "shared_rank_gap"
    TIE_BREAK = "tie_break"


class AdjustmentKind(StrEnum):
    """Whether an adjustment adds to the score or takes from it."""

    BONUS = "bonus"
    DEDUCTION = "deduction"


class Operator(StrEnum):
    """How a knock-out compares the system's value with its number."""

    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="


@dataclass(frozen=True, slots=True)
class Appraiser:
    """An agency that appraises, and the assessed unit that it is itself."""

    code: str
    unit_code: str
    title: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """What alone carries a score: a sub_criterion, or a criterion without sub_criteria.

    `appraiser` is None for survey and auto_source leaves. `evidence` lists the kinds of evidence expected; empty: none is needed.
    """

    code: str
    title: str
    field_code: str
    criterion_code: str
    max_score: Decimal
    appraiser: str | None
    self_scored: bool
    not_applicable_allowed: bool
    scoring: Scoring
    auto_source: AutoSource | None
    delay_bands: tuple[DelayBand, ...]
    evidence: tuple[str, ...]

    @property
    def is_survey(self) -> bool:
        """Whether its points come from survey answers."""
        return isinstance(self.scoring, SurveyScoring)

    @property
    def is_system(self) -> bool:
        """Whether nobody types, claims or appraises it: a survey or auto_source leaf."""
        return self.auto_source is not None or self.is_survey


@dataclass(frozen=True, slots=True)
class Criterion:
    """The second level; `leaves` is the criterion itself where it has no sub_criteria."""

    code: str
    title: str
    max_score: Decimal
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """The top level."""

    code: str
    title: str
    max_score: Decimal
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A bonus or deduction outside the tree: min(`cap`, n·`per_occurrence`) points for n occurrences of `unit`."""

    code: str
    title: str
    kind: AdjustmentKind
    per_occurrence: Decimal
    cap: Decimal
    unit: str
    appraiser: str | None
    auto_source: AutoSource | None
    evidence: tuple[str, ...]

    @property
    def is_system(self) -> bool:
        """Whether the system counts it."""
        return self.auto_source is not None


@dataclass(frozen=True, slots=True)
class Level:
    """A grade (PAR index) or classification (task completion), from `min_percent` of the index on."""

    code: str
    title: str
    min_percent: Decimal


@dataclass(frozen=True, slots=True)
class CheckRule:
    """`NAME OP NUMBER`: a knock-out that the system judges."""

    source: AutoSource
    operator: Operator
    number: Decimal


@dataclass(frozen=True, slots=True)
class KnockOut:
    """A condition that lowers the level to at most `max_level`. `rule` is None where it is confirmed by hand, by `appraiser`."""

    code: str
    title: str
    max_level: str
    check: str
    appraiser: str
    rule: CheckRule | None

    @property
    def is_manual(self) -> bool:
        """Whether an agency confirms it."""
        return self.rule is None


@dataclass(frozen=True, slots=True)
class RankingRules:
    """How a set's units are ranked (section 7)."""

    rank_by: RankBy
    tie_rule: TieRule
    tie_break_keys: tuple[str, ...]

    @property
    def effective(self) -> tuple[str, str, tuple[str, ...]]:
        """What two sets must agree in: the keys only where they are used."""
        return self.rank_by, self.tie_rule, self.tie_break_keys if self.tie_rule is TieRule.TIE_BREAK else ()


@dataclass(frozen=True)
class CriteriaSet:
    """One version of a criteria set. `levels` stand from high to low."""

    code: str
    program: Program
    title: str
    short_title: str
    unit_types: tuple[str, ...]
    assessment_year: str
    max_score: Decimal
    appraised_max: Decimal
    survey_max: Decimal
    score_decimals: int
    appraisers: Mapping[str, Appraiser]
    fields: tuple[Field, ...]
    adjustments: tuple[Adjustment, ...]
    bonus_cap: Decimal
    deduction_cap: Decimal
    index_decimals: int
    levels: tuple[Level, ...]
    knock_outs: tuple[KnockOut, ...]
    ranking: RankingRules

    @property
    def rank_by(self) -> RankBy:
        """What units are ranked by."""
        return self.ranking.rank_by

    @property
    def tie_rule(self) -> TieRule:
        """What becomes of equal units."""
        return self.ranking.tie_rule

    @property
    def tie_break_keys(self) -> tuple[str, ...]:
        """Keys compared in order under the tie rule `tie_break`."""
        return self.ranking.tie_break_keys

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """All leaves in the set's order."""
        return tuple(leaf for field in self.fields for criterion in field.criteria for leaf in criterion.leaves)

    @cached_property
    def items(self) -> Mapping[str, Leaf | Adjustment]:
        """Leaves, then adjustments, by code, in the set's order."""
        leaves: dict[str, Leaf | Adjustment] = {leaf.code: leaf for leaf in self.leaves}
        return leaves | {adjustment.code: adjustment for adjustment in self.adjustments}

    def item(self, code: str) -> Leaf | Adjustment | None:
        """The leaf or adjustment of that code, None where there is none."""
        return self.items.get(code)

    def knock_out(self, code: str) -> KnockOut | None:
        """The knock-out of that code, None where there is none."""
        return next((k for k in self.knock_outs if k.code == code), None)

    @cached_property
    def uses_par_index(self) -> bool:
        """Whether a leaf or a knock-out needs the unit's aggregated PAR index."""
        return any(leaf.auto_source is AutoSource.PAR_INDEX for leaf in self.leaves) or any(
            k.rule is not None and k.rule.source is AutoSource.PAR_INDEX for k in self.knock_outs
        )

    @cached_property
    def survey_forms(self) -> frozenset[str]:
        """Codes of the survey forms whose answers count in the set."""
        return frozenset(source.form for leaf in self.leaves if isinstance(leaf.scoring, SurveyScoring) for source in leaf.scoring.sources)
