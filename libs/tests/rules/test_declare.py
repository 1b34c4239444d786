"""Declared values, their self-scores and refusals (scoring-rules.md section 3; worked examples of practice.md section 6)."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.criteria_set import Adjustment, AdjustmentKind, CriteriaSet, Leaf, read_criteria_set
from chamdiem_rules.declare import Declaration, declare_adjustment, declare_leaf
from chamdiem_rules.document import load_yaml
from chamdiem_rules.methods import (
    AutoSource,
    Band,
    Choice,
    CountLevels,
    DeductionLeaf,
    Floor,
    Option,
    PercentLevels,
    Ratio,
    Scoring,
    YesNo,
    ZeroDenominator,
)
from chamdiem_rules.refusal import Refused
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.system_items import adjustment_points

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def par_so() -> CriteriaSet:
    forms = read_survey_forms(load_yaml((DATA / "survey-forms.yaml").read_text("utf-8")))
    return read_criteria_set(load_yaml((DATA / "criteria" / "par-department-2021.yaml").read_text("utf-8")), forms)


def a_leaf(
    scoring: Scoring, max_score: str = "2", *, allowed: bool = False, self_scored: bool = True, auto: AutoSource | None = None
) -> Leaf:
    return Leaf("1.1", "Tiêu chí", "1", "1.1", Decimal(max_score), "SNV", self_scored, allowed, scoring, auto, (), ("x",))


def a_ratio(constant: str | None = None, floor: str | None = None, zero: ZeroDenominator | None = ZeroDenominator.ZERO) -> Ratio:
    limit = Floor(Decimal(floor), Decimal(0)) if floor else None
    return Ratio(Decimal(constant) if constant else None, limit, zero, "", "")


def bands(*limits: tuple[str, str | None, str]) -> tuple[Band, ...]:
    return tuple(Band(str(i), "", Decimal(s), Decimal(m), Decimal(b) if b else None) for i, (m, b, s) in enumerate(limits))


HALVES = bands(("50", None, "2"), ("0", "50", "0"))
YES = YesNo((Option("yes", "", Decimal("0.5")), Option("no", "", Decimal(0))))
COUNTS = CountLevels(bands(("2", None, "2"), ("0", "2", "0")), "")
DEDUCTION = DeductionLeaf(Decimal(2), Decimal("0.5"), Decimal("0.5"), "")


@pytest.mark.parametrize(
    ("item", "declaration", "score"),
    [
        ("1.1.1", Declaration(option="b"), "0.25"),
        ("1.3.3", Declaration(count="1"), "0.25"),
        ("3.4.1", Declaration(numerator="1234", denominator="1260"), "1"),
        ("3.4.1", Declaration(numerator="1235", denominator="1260"), "2"),
        ("1.1.3", Declaration(numerator="36", denominator="40"), "1.80"),
        ("1.1.3", Declaration(numerator="31", denominator="40"), "0"),
        ("1.1.3", Declaration(numerator="42", denominator="40"), "2.00"),
        ("4.1.3", Declaration(option="yes"), "0.5"),
        ("1.2.2", Declaration(count="1"), "0.25"),
        ("1.2.2", Declaration(count="3"), "0"),
        ("3.4.2", Declaration(numerator="0", denominator="0"), "1"),
    ],
)
def test_the_worked_examples_of_practice_hold(par_so: CriteriaSet, item: str, declaration: Declaration, score: str) -> None:
    leaf = par_so.item(item)
    assert isinstance(leaf, Leaf)
    declared = declare_leaf(leaf, declaration, par_so.score_decimals)
    assert declared.self_score == Decimal(score) and not declared.is_claim
    assert bool(declared.warnings) == (declaration.numerator == "42")


def test_no_document_assigned_is_a_claim_and_takes_its_maximum_away(par_so: CriteriaSet) -> None:
    leaf = par_so.item("2.1.1")
    assert isinstance(leaf, Leaf)
    declared = declare_leaf(leaf, Declaration(numerator="0", denominator="0.00"), par_so.score_decimals)
    assert (declared.is_claim, declared.self_score, leaf.max_score) == (True, None, Decimal("1.5"))


@pytest.mark.parametrize(
    ("code", "count", "points"), [("B1", 3, "1"), ("T1", 3, "0.75"), ("T1", 9, "1"), ("T1", None, "1"), ("B1", 0, "0")]
)
def test_adjustments_are_capped(par_so: CriteriaSet, code: str, count: int | None, points: str) -> None:
    item = par_so.item(code)
    assert isinstance(item, Adjustment)
    assert adjustment_points(item, count) == Decimal(points)


@pytest.mark.parametrize(
    ("leaf", "declaration", "code", "column"),
    [
        (a_leaf(YES), Declaration(), "value-missing", "option"),
        (a_leaf(YES), Declaration(option="có"), "unknown-option", "option"),
        (a_leaf(YES), Declaration(option="yes", count="1"), "value-not-allowed", "count"),
        (a_leaf(YES), Declaration(option="yes", not_applicable="no"), "value-not-allowed", "not_applicable"),
        (a_leaf(YES), Declaration(not_applicable="yes"), "not-applicable-not-allowed", "not_applicable"),
        (a_leaf(YES, allowed=True), Declaration(option="yes", not_applicable="yes"), "value-not-allowed", "option"),
        (a_leaf(Choice(YES.options)), Declaration(numerator="1"), "value-not-allowed", "numerator"),
        (a_leaf(a_ratio()), Declaration(numerator="1"), "value-missing", "denominator"),
        (a_leaf(a_ratio()), Declaration(denominator="1"), "value-missing", "numerator"),
        (a_leaf(a_ratio()), Declaration(numerator="1", denominator="0"), "numerator-without-denominator", "numerator"),
        (a_leaf(a_ratio()), Declaration(numerator="0.000001", denominator="0.0"), "numerator-without-denominator", "numerator"),
        (a_leaf(a_ratio()), Declaration(numerator="1,5", denominator="2"), "not-a-number", "numerator"),
        (a_leaf(a_ratio()), Declaration(numerator="1", denominator="1e400"), "not-a-number", "denominator"),
        (a_leaf(a_ratio("100")), Declaration(numerator="1", denominator="100"), "value-not-allowed", "denominator"),
        (a_leaf(COUNTS), Declaration(count="1.0"), "not-a-number", "count"),
        (a_leaf(COUNTS), Declaration(option="a"), "value-not-allowed", "option"),
        (a_leaf(DEDUCTION), Declaration(), "value-missing", "count"),
        (a_leaf(a_ratio("100"), auto=AutoSource.PAR_INDEX), Declaration(numerator="1"), "system-item", "numerator"),
        (a_leaf(a_ratio("100"), auto=AutoSource.PAR_INDEX), Declaration(not_applicable="yes"), "system-item", "not_applicable"),
        (a_leaf(YES, self_scored=False), Declaration(option="yes"), "value-not-allowed", "option"),
    ],
)
def test_a_wrong_declaration_is_refused_by_name(leaf: Leaf, declaration: Declaration, code: str, column: str) -> None:
    with pytest.raises(Refused) as refused:
        declare_leaf(leaf, declaration, 2)
    assert (refused.value.code, refused.value.column) == (code, column)
    assert refused.value.detail and refused.value.title


@pytest.mark.parametrize(
    ("declaration", "code"),
    [
        (Declaration(), "value-missing"),
        (Declaration(count="-1"), "not-a-number"),
        (Declaration(count="1", option="a"), "value-not-allowed"),
        (Declaration(not_applicable="yes"), "value-not-allowed"),
    ],
)
def test_an_adjustment_takes_a_count_alone(declaration: Declaration, code: str) -> None:
    adjustment = Adjustment("B1", "", AdjustmentKind.BONUS, Decimal(1), Decimal(1), "", "SNV", None, ())
    assert declare_adjustment(adjustment, Declaration(count="007")) == 7
    with pytest.raises(Refused) as refused:
        declare_adjustment(adjustment, declaration)
    assert refused.value.code == code
    system = Adjustment("T1", "", AdjustmentKind.DEDUCTION, Decimal(1), Decimal(1), "", None, AutoSource.SUBMISSION_DELAY, ())
    with pytest.raises(Refused, match="system-item"):
        declare_adjustment(system, Declaration(count="1"))


@pytest.mark.parametrize(
    ("rule", "score"), [(ZeroDenominator.ZERO, "0"), (ZeroDenominator.MAX_SCORE, "2"), (ZeroDenominator.NOT_APPLICABLE, None)]
)
@pytest.mark.parametrize("method", ["ratio", "percent"])
def test_zero_denominator_decides_on_nothing_to_do(rule: ZeroDenominator, score: str | None, method: str) -> None:
    scoring = a_ratio(zero=rule, floor="80") if method == "ratio" else PercentLevels(HALVES, rule, "", "")
    declared = declare_leaf(a_leaf(scoring, allowed=True), Declaration(numerator="0", denominator="0"), 2)
    assert declared.self_score == (None if score is None else Decimal(score))
    assert declared.is_claim == (score is None)


numbers = st.from_regex(r"[0-9]{1,4}(\.[0-9]{1,6})?", fullmatch=True, alphabet=st.sampled_from("0123456789."))
maxima = st.integers(0, 40).map(lambda quarters: Decimal(quarters) / 4)


@given(numbers, numbers.filter(lambda text: Fraction(text) > 0), maxima, st.integers(0, 6), st.none() | numbers)
def test_a_ratio_is_the_exact_fraction_rounded_once(b: str, a: str, max_score: Decimal, decimals: int, floor: str | None) -> None:
    leaf = a_leaf(a_ratio(floor=floor), str(max_score))
    score = declare_leaf(leaf, Declaration(numerator=b, denominator=a), decimals).self_score
    share = Fraction(b) / Fraction(a)
    exact = Fraction(0) if floor is not None and share * 100 < Fraction(floor) else Fraction(max_score) * min(share, Fraction(1))
    whole, rest = divmod(exact * 10**decimals, 1)
    assert score == Fraction(whole + (rest >= Fraction(1, 2)), 10**decimals)


@given(st.integers(0, 130), st.integers(1, 130))
def test_a_level_is_found_on_the_exact_percentage_also_above_100(b: int, a: int) -> None:
    levels = bands(("0", "33.333333", "0"), ("33.333333", "33.333334", "0.5"), ("33.333334", "100", "1"), ("100", None, "2"))
    leaf = a_leaf(PercentLevels(levels, ZeroDenominator.ZERO, "", ""))
    percent = Fraction(100 * b, a)
    expected = 2 if percent >= 100 else 1 if percent >= Fraction("33.333334") else Fraction(1, 2) if percent >= Fraction("33.333333") else 0
    assert declare_leaf(leaf, Declaration(numerator=str(b), denominator=str(a)), 2).self_score == expected


@given(st.integers(0, 10**15 - 1))
def test_a_deduction_stops_at_its_least_score_however_often_it_occurs(n: int) -> None:
    score = declare_leaf(a_leaf(DEDUCTION), Declaration(count=str(n)), 2).self_score
    assert score == max(Fraction(1, 2), Fraction(2) - n * Fraction(1, 2))
