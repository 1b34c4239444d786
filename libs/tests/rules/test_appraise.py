"""What an appraiser may give, and when a reason is due (scoring-rules.md section 4; Điều 10.2)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.appraise import AppraisalInput, SelfPosition, appraise_adjustment, appraise_leaf
from chamdiem_rules.criteria_set import Adjustment, AdjustmentKind, Leaf
from chamdiem_rules.methods import (
    AutoSource,
    Band,
    CountLevels,
    DeductionLeaf,
    Option,
    PercentLevels,
    Ratio,
    Scoring,
    YesNo,
    ZeroDenominator,
)
from chamdiem_rules.refusal import Refused
from chamdiem_rules.score import deduction_score, is_possible_score, possible_scores

RATIO = Ratio(None, None, ZeroDenominator.ZERO, "", "")
YES = YesNo((Option("y", "", Decimal("1.5")), Option("n", "", Decimal(0))))
BONUS = Adjustment("B1", "", AdjustmentKind.BONUS, Decimal("0.5"), Decimal(1), "", "SNV", None, ())


def a_leaf(scoring: Scoring = RATIO, *, auto: AutoSource | None = None) -> Leaf:
    return Leaf("1.1", "Tiêu chí", "1", "1.1", Decimal(2), "SNV", True, True, scoring, auto, (), ())


points = st.integers(0, 200).flatmap(lambda n: st.sampled_from([f"{Decimal(n) / 100:f}", f"{Decimal(n) / 100:.2f}"]))


@given(score=points, self_score=points, reason=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=5))
def test_a_reason_is_due_exactly_when_the_scores_differ(score: str, self_score: str, reason: str) -> None:
    given_, position = AppraisalInput(score=score, reason=reason), SelfPosition(Decimal(self_score))
    if Decimal(score) != Decimal(self_score) and not reason.strip():
        with pytest.raises(Refused) as refused:
            appraise_leaf(a_leaf(), given_, position, 2)
        assert (refused.value.code, refused.value.column) == ("reason-missing", "reason")
    else:
        assert appraise_leaf(a_leaf(), given_, position, 2).score == Decimal(score)


def test_a_claim_is_agreed_to_or_refused_with_a_reason() -> None:
    claim = SelfPosition(is_claim=True)
    agreed = appraise_leaf(a_leaf(), AppraisalInput(not_applicable="yes"), claim, 2)
    assert agreed.agreed_not_applicable and agreed.score is None
    with pytest.raises(Refused, match="reason-missing"):
        appraise_leaf(a_leaf(), AppraisalInput(score="0"), claim, 2)
    refused = appraise_leaf(a_leaf(), AppraisalInput(score="0", reason="Có phát sinh"), claim, 2)
    assert (refused.score, refused.agreed_not_applicable) == (Decimal(0), False)


@pytest.mark.parametrize(
    ("leaf", "given_", "code", "column"),
    [
        (a_leaf(), AppraisalInput(), "value-missing", "score"),
        (a_leaf(), AppraisalInput(score="x"), "not-a-number", "score"),
        (a_leaf(), AppraisalInput(score="-1"), "not-a-number", "score"),
        (a_leaf(), AppraisalInput(score="1.500"), "too-many-digits", "score"),
        (a_leaf(), AppraisalInput(score="2.01"), "out-of-range", "score"),
        (a_leaf(), AppraisalInput(score="1", count="1"), "value-not-allowed", "count"),
        (a_leaf(), AppraisalInput(score="1", not_applicable="1"), "value-not-allowed", "not_applicable"),
        (a_leaf(), AppraisalInput(score="1", not_applicable="yes"), "value-not-allowed", "score"),
        (a_leaf(), AppraisalInput(not_applicable="yes"), "not-claimed", "not_applicable"),
        (a_leaf(), AppraisalInput(score="0", reason="x" * 10_001), "text-too-long", "reason"),
        (a_leaf(YES), AppraisalInput(score="0.5", reason="x"), "score-not-possible", "score"),
        (a_leaf(auto=AutoSource.PAR_INDEX), AppraisalInput(score="1"), "system-item", "score"),
        (a_leaf(auto=AutoSource.PAR_INDEX), AppraisalInput(not_applicable="yes"), "system-item", "not_applicable"),
    ],
)
def test_a_wrong_score_is_refused_by_name(leaf: Leaf, given_: AppraisalInput, code: str, column: str) -> None:
    with pytest.raises(Refused) as refused:
        appraise_leaf(leaf, given_, SelfPosition(), 2)
    assert (refused.value.code, refused.value.column) == (code, column)


@pytest.mark.parametrize(
    ("given_", "claimed", "code"),
    [
        (AppraisalInput(count="1"), 2, "reason-missing"),
        (AppraisalInput(count="1", reason=" \u00a0"), 0, "reason-missing"),
        (AppraisalInput(count="1.0"), 1, "not-a-number"),
        (AppraisalInput(), 0, "value-missing"),
        (AppraisalInput(count="1", score="1"), 1, "value-not-allowed"),
        (AppraisalInput(not_applicable="yes"), 0, "value-not-allowed"),
    ],
)
def test_a_wrong_count_is_refused_by_name(given_: AppraisalInput, claimed: int, code: str) -> None:
    with pytest.raises(Refused) as refused:
        appraise_adjustment(BONUS, given_, claimed)
    assert refused.value.code == code


def test_a_count_is_confirmed_as_claimed_or_with_a_reason() -> None:
    assert appraise_adjustment(BONUS, AppraisalInput(count="02"), 2).count == 2
    assert appraise_adjustment(BONUS, AppraisalInput(count="0", reason="Chưa công nhận"), 2).count == 0
    system = Adjustment("T1", "", AdjustmentKind.DEDUCTION, Decimal(1), Decimal(1), "", None, AutoSource.GAP, ())
    with pytest.raises(Refused, match="system-item"):
        appraise_adjustment(system, AppraisalInput(count="0"), 0)


@given(st.integers(0, 8), st.integers(0, 8), st.integers(0, 8), st.integers(0, 8))
def test_a_deduction_gives_what_some_count_gives(start: int, step: int, least: int, asked: int) -> None:
    scoring = DeductionLeaf(Decimal(start) / 4, Decimal(step) / 4, Decimal(min(least, start)) / 4, "")
    given_by_counts = {deduction_score(scoring, n) for n in range(12)}
    assert is_possible_score(a_leaf(scoring), Decimal(asked) / 4) == (Decimal(asked) / 4 in given_by_counts)
    assert set(possible_scores(a_leaf(scoring)) or ()) == given_by_counts


def test_what_a_zero_denominator_gives_is_possible_too() -> None:
    levels = (Band("a", "", Decimal("0.5"), Decimal(0), Decimal(50)), Band("b", "", Decimal(1), Decimal(50), None))
    for rule, score in ((ZeroDenominator.ZERO, "0"), (ZeroDenominator.MAX_SCORE, "2")):
        leaf = a_leaf(PercentLevels(levels, rule, "", ""))
        assert [s for s in ("0", "0.5", "1", "2") if is_possible_score(leaf, Decimal(s))] == sorted(["0.5", "1", score])
    assert possible_scores(a_leaf(CountLevels(levels, ""))) == (Decimal(1), Decimal("0.5"))
    assert possible_scores(a_leaf()) is None and is_possible_score(a_leaf(), Decimal("0.123456"))
