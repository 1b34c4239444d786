"""Ranks under each tie rule and each rank_by (scoring-rules.md section 7)."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.criteria_set import RankBy, RankingRules, TieRule
from chamdiem_rules.rank import RankRow, rank, tie_break_field


def row(code: str, index: str, final: str = "0", survey: str = "0", field_1: str = "0", name: str = "") -> RankRow:
    return RankRow(code, name or code, Fraction(index), Decimal(final), Decimal(survey), {"1": Decimal(field_1)})


def ranks(rows: list[RankRow], rule: TieRule, by: RankBy = RankBy.INDEX, keys: tuple[str, ...] = ()) -> list[tuple[int, str]]:
    return [(ranked.rank, ranked.row.unit_code) for ranked in rank(rows, RankingRules(by, rule, keys))]


FOUR = [row("a", "80", "1", "5", "2"), row("b", "90", "4"), row("c", "80", "2", "5", "3"), row("d", "70", "3")]


def test_each_tie_rule_numbers_in_its_way() -> None:
    assert ranks(FOUR, TieRule.SHARED_RANK_DENSE) == [(1, "b"), (2, "a"), (2, "c"), (3, "d")]
    assert ranks(FOUR, TieRule.SHARED_RANK_GAP) == [(1, "b"), (2, "a"), (2, "c"), (4, "d")]
    assert ranks(FOUR, TieRule.TIE_BREAK, keys=("survey_score", "field_1_score")) == [(1, "b"), (2, "c"), (3, "a"), (4, "d")]
    assert ranks(FOUR, TieRule.TIE_BREAK, keys=("survey_score",)) == [(1, "b"), (2, "a"), (2, "c"), (4, "d")]
    assert ranks(FOUR, TieRule.SHARED_RANK_DENSE, RankBy.FINAL_SCORE) == [(1, "b"), (2, "d"), (3, "c"), (4, "a")]
    assert ranks([], TieRule.SHARED_RANK_GAP) == []


def test_only_exactly_equal_indexes_tie() -> None:
    near = [row("a", "80.000000000000001"), row("b", "80")]
    assert ranks(near, TieRule.SHARED_RANK_DENSE) == [(1, "a"), (2, "b")]


def test_equal_units_are_listed_in_vietnamese_name_order_then_by_code() -> None:
    rows = [row("z", "1", name="Sở Y"), row("b", "1", name="Đoàn"), row("c", "1", name="Dư"), row("a", "1", name="Sở Y")]
    assert [code for _, code in ranks(rows, TieRule.SHARED_RANK_DENSE)] == ["c", "b", "a", "z"]


@pytest.mark.parametrize(
    ("key", "field"),
    [("field_1_score", "1"), ("field_1.2_score", "1.2"), ("survey_score", None), ("field__score", None), ("field_1", None)],
)
def test_a_tie_break_key_names_a_field(key: str, field: str | None) -> None:
    assert tie_break_field(key) == field


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2)), max_size=8), st.sampled_from(list(TieRule)))
def test_ranks_count_who_stands_above(scores: list[tuple[int, int]], rule: TieRule) -> None:
    rows = [row(str(i), str(a), survey=str(b)) for i, (a, b) in enumerate(scores)]
    keys = [(a, b) if rule is TieRule.TIE_BREAK else (a,) for a, b in scores]
    for number, code in ranks(rows, rule, keys=("survey_score",)):
        above = [key for key in keys if key > keys[int(code)]]
        assert number == 1 + (len(set(above)) if rule is TieRule.SHARED_RANK_DENSE else len(above))
