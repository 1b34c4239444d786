"""Final scores, totals, index and level of one sheet (scoring-rules.md sections 3 and 6), in exact whole millionths of a point."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from chamdiem_rules.levels import KnockOutFacts, capped_level, level_by_index
from chamdiem_rules.methods import AutoSource
from chamdiem_rules.numbers import from_micro, to_micro
from chamdiem_rules.set_types import AdjustmentKind, CriteriaSet, Leaf
from chamdiem_rules.system_items import Delay, adjustment_points, gap, system_count, system_score


@dataclass(frozen=True, slots=True)
class LeafInput:
    """What stands on the sheets for one appraised leaf: the unit's self-score (None for a claim or nothing), the appraiser's answer."""

    self_score: Decimal | None = None
    is_claim: bool = False
    appraised_score: Decimal | None = None
    agreed_not_applicable: bool = False


@dataclass(frozen=True, slots=True)
class SheetInput:
    """All that decides one unit's result in one set.

    `survey_points` by leaf: None is not applicable, an absent leaf is not known yet. `delay` None: lateness is not known yet.
    `par_index`: the unit's aggregated index in percent, unrounded; None where not known. `counts`: confirmed ones, absent is 0.
    """

    leaves: Mapping[str, LeafInput] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    survey_points: Mapping[str, Decimal | None] = field(default_factory=dict)
    delay: Delay | None = None
    par_index: Fraction | None = None
    confirmed_knock_outs: Set[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LeafResult:
    """One leaf: None in `self_score` for survey and auto_source leaves and claims; in `final_score` when not applicable or unscored."""

    code: str
    field_code: str
    max_score: Decimal
    self_score: Decimal | None
    appraised_score: Decimal | None
    final_score: Decimal | None
    not_applicable: bool

    @property
    def is_unscored(self) -> bool:
        """Whether its score is still to come."""
        return self.final_score is None and not self.not_applicable


@dataclass(frozen=True, slots=True)
class AdjustmentResult:
    """One adjustment with its points before the common cap, None: not known yet. A `count` of None with points is late without end."""

    code: str
    kind: AdjustmentKind
    count: int | None
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class SheetResult:
    """The result of one sheet. An unscored item counts 0 and is listed in `unscored`. `index` is exact, in percent."""

    leaves: tuple[LeafResult, ...]
    adjustments: tuple[AdjustmentResult, ...]
    self_total: Decimal
    appraised_total: Decimal
    survey_total: Decimal
    bonus: Decimal
    deduction: Decimal
    final_score: Decimal
    applicable_max: Decimal
    index: Fraction
    level: str
    level_by_index: str
    knocked_out_by: tuple[str, ...]
    field_totals: Mapping[str, Decimal]
    unscored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sums:
    """A sheet's sums in millionths of a point: final scores of all leaves, adjustments before the common caps, maxima not applicable."""

    leaf_total: int
    bonus: int
    deduction: int
    not_applicable_max: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What follows from a sheet's sums; points in millionths, `index` exact and in percent."""

    bonus: int
    deduction: int
    final_score: int
    applicable_max: int
    index: Fraction
    level: str
    level_by_index: str
    knocked_out_by: tuple[str, ...]


def sheet_result(criteria_set: CriteriaSet, sheet: SheetInput) -> SheetResult:
    """The whole result of one unit in one set; works as well while scores are missing (provisional)."""
    gap_count = _gap(criteria_set, sheet)
    leaves = tuple(_leaf_result(leaf, criteria_set, sheet, gap_count) for leaf in criteria_set.leaves)
    adjustments = tuple(_adjustment_results(criteria_set, sheet, gap_count))
    finals = {leaf.code: to_micro(leaf.final_score) for leaf in leaves if leaf.final_score is not None}
    survey_codes = {leaf.code for leaf in criteria_set.leaves if leaf.is_survey}
    survey_total = sum(points for code, points in finals.items() if code in survey_codes)
    leaf_total = sum(finals.values())
    sums = Sums(
        leaf_total=leaf_total,
        bonus=_sum_of(adjustments, AdjustmentKind.BONUS),
        deduction=_sum_of(adjustments, AdjustmentKind.DEDUCTION),
        not_applicable_max=sum(to_micro(leaf.max_score) for leaf in leaves if leaf.not_applicable),
    )
    outcome = outcome_of(criteria_set, sums, KnockOutFacts(sheet.confirmed_knock_outs, sheet.delay, sheet.par_index))
    field_totals = {f.code: 0 for f in criteria_set.fields}
    for leaf in leaves:
        field_totals[leaf.field_code] += finals.get(leaf.code, 0)
    return SheetResult(
        leaves=leaves,
        adjustments=adjustments,
        self_total=from_micro(sum(to_micro(leaf.self_score) for leaf in leaves if leaf.self_score is not None)),
        appraised_total=from_micro(leaf_total - survey_total),
        survey_total=from_micro(survey_total),
        bonus=from_micro(outcome.bonus),
        deduction=from_micro(outcome.deduction),
        final_score=from_micro(outcome.final_score),
        applicable_max=from_micro(outcome.applicable_max),
        index=outcome.index,
        level=outcome.level,
        level_by_index=outcome.level_by_index,
        knocked_out_by=outcome.knocked_out_by,
        field_totals={code: from_micro(points) for code, points in field_totals.items()},
        unscored=tuple(leaf.code for leaf in leaves if leaf.is_unscored) + tuple(a.code for a in adjustments if a.points is None),
    )


def outcome_of(criteria_set: CriteriaSet, sums: Sums, facts: KnockOutFacts) -> Outcome:
    """Final score, index and level from a sheet's sums (§6): the last step, for sums that were made elsewhere as well."""
    bonus = min(to_micro(criteria_set.bonus_cap), sums.bonus)
    deduction = min(to_micro(criteria_set.deduction_cap), sums.deduction)
    applicable = to_micro(criteria_set.max_score) - sums.not_applicable_max
    final = min(applicable, max(0, sums.leaf_total + bonus - deduction))
    index = index_of(final, applicable)
    by_index = level_by_index(criteria_set, index)
    level, knocked_out_by = capped_level(criteria_set, by_index, facts)
    return Outcome(bonus, deduction, final, applicable, index, level.code, by_index.code, knocked_out_by)


def index_of(final_micro: int, applicable_micro: int) -> Fraction:
    """100·final/applicable maximum in percent, exact; 0 where the applicable maximum is 0."""
    return Fraction(100 * final_micro, applicable_micro) if applicable_micro else Fraction(0)


def _leaf_result(leaf: Leaf, criteria_set: CriteriaSet, sheet: SheetInput, gap_count: int | None) -> LeafResult:
    self_score = appraised = final = None
    not_applicable = False
    if leaf.is_survey:
        final = sheet.survey_points.get(leaf.code)
        not_applicable = leaf.code in sheet.survey_points and final is None
    elif leaf.is_system:
        final = system_score(leaf, criteria_set.score_decimals, sheet.delay, sheet.par_index, gap_count)
    else:
        given = sheet.leaves.get(leaf.code, LeafInput())
        not_applicable = given.agreed_not_applicable
        self_score = None if given.is_claim else given.self_score or Decimal(0)
        appraised = final = None if not_applicable else given.appraised_score
    return LeafResult(leaf.code, leaf.field_code, leaf.max_score, self_score, appraised, final, not_applicable)


def _adjustment_results(criteria_set: CriteriaSet, sheet: SheetInput, gap_count: int | None) -> list[AdjustmentResult]:
    results = []
    for adjustment in criteria_set.adjustments:
        if adjustment.auto_source is None:
            count: int | None = sheet.counts.get(adjustment.code, 0)
            points: Decimal | None = adjustment_points(adjustment, count)
        else:
            delay = system_count(adjustment.auto_source, sheet.delay, gap_count)
            count = delay.days if delay else None
            points = adjustment_points(adjustment, count) if delay else None
        results.append(AdjustmentResult(adjustment.code, adjustment.kind, count, points))
    return results


def _gap(criteria_set: CriteriaSet, sheet: SheetInput) -> int | None:
    """The system's self_vs_appraised_gap, None while a score that decides it is missing."""
    if not any(item.auto_source is AutoSource.GAP for item in criteria_set.items.values()):
        return None
    self_sum = appraised_sum = max_sum = 0
    for leaf in criteria_set.leaves:
        if leaf.appraiser is None:
            continue
        given = sheet.leaves.get(leaf.code, LeafInput())
        if given.agreed_not_applicable:
            continue
        if given.appraised_score is None:
            return None
        self_sum += to_micro(given.self_score) if given.self_score is not None else 0
        appraised_sum += to_micro(given.appraised_score)
        max_sum += to_micro(leaf.max_score)
    return gap(self_sum, appraised_sum, max_sum)


def _sum_of(adjustments: tuple[AdjustmentResult, ...], kind: AdjustmentKind) -> int:
    return sum(to_micro(a.points) for a in adjustments if a.kind is kind and a.points is not None)
