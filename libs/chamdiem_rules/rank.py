"""Ranks within one assessment period, program and ranking group (scoring-rules.md section 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from chamdiem_rules.name_order import name_sort_key
from chamdiem_rules.set_types import RankBy, RankingRules, TieRule


@dataclass(frozen=True, slots=True)
class RankRow:
    """One unit to rank: exact index in percent, scores in points, the sum of final scores of each field by field code."""

    unit_code: str
    name: str
    index: Fraction
    final_score: Decimal
    survey_total: Decimal = Decimal(0)
    field_totals: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A unit with its rank, from 1."""

    rank: int
    row: RankRow


def rank(rows: Sequence[RankRow], rules: RankingRules) -> list[Ranked]:
    """All rows with their ranks, high to low; units of equal rank in Vietnamese name order, then by code."""
    ordered = sorted(rows, key=lambda row: name_sort_key(row.name, row.unit_code))
    ordered.sort(key=lambda row: rank_key(row, rules), reverse=True)
    ranked: list[Ranked] = []
    next_rank = 1
    for _, equal in groupby(ordered, key=lambda row: rank_key(row, rules)):
        together = list(equal)
        ranked.extend(Ranked(next_rank, row) for row in together)
        next_rank += 1 if rules.tie_rule is TieRule.SHARED_RANK_DENSE else len(together)
    return ranked


def rank_key(row: RankRow, rules: RankingRules) -> tuple[Fraction | Decimal, ...]:
    """What is compared, higher first: the index or final score, then under `tie_break` its keys in order."""
    first = row.index if rules.rank_by is RankBy.INDEX else row.final_score
    keys = rules.tie_break_keys if rules.tie_rule is TieRule.TIE_BREAK else ()
    return (first, *(_tie_break_value(row, key) for key in keys))


def tie_break_field(key: str) -> str | None:
    """The field code N of a key `field_N_score`, None for another key."""
    code = key.removeprefix("field_").removesuffix("_score")
    return code if key == f"field_{code}_score" and code else None


def _tie_break_value(row: RankRow, key: str) -> Decimal:
    field_code = tie_break_field(key)
    return row.survey_total if field_code is None else row.field_totals.get(field_code, Decimal(0))
