"""Totals, index, level and knock-outs against a slow second computation (scoring-rules.md sections 3 and 6)."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from chamdiem_rules.criteria_set import CheckRule, CriteriaSet, KnockOut, Operator, read_criteria_set
from chamdiem_rules.document import load_yaml
from chamdiem_rules.levels import KnockOutFacts, capped_level, holds, level_by_index
from chamdiem_rules.methods import AutoSource
from chamdiem_rules.survey_forms import read_survey_forms
from chamdiem_rules.system_items import NEVER_SENT, Delay
from chamdiem_rules.totals import LeafInput, SheetInput, sheet_result

DATA = Path(__file__).parents[3] / "data"
FORMS = read_survey_forms(load_yaml((DATA / "survey-forms.yaml").read_text("utf-8")))
TEXTS = {
    name: (DATA / "criteria" / f"{name}-2021.yaml").read_text("utf-8")
    for name in ("tasks-department", "tasks-service-unit", "par-department")
}
SETS = {name: read_criteria_set(load_yaml(text), FORMS) for name, text in TEXTS.items()}
PLAIN = {name: yaml.safe_load(text)["criteria_set"] for name, text in TEXTS.items()}
TASKS, PAR = SETS["tasks-department"], SETS["par-department"]


def full_marks(s: CriteriaSet) -> SheetInput:
    leaves = {leaf.code: LeafInput(leaf.max_score, False, leaf.max_score) for leaf in s.leaves if leaf.appraiser}
    survey: dict[str, Decimal | None] = {leaf.code: leaf.max_score for leaf in s.leaves if leaf.is_survey}
    return SheetInput(leaves, {}, survey, Delay(0), Fraction(100))


def exact(value: Any) -> Fraction:
    return Fraction(str(value))


def half_up(value: Fraction) -> Fraction:
    whole, rest = divmod(value * 100, 1)
    return Fraction(whole + (rest >= Fraction(1, 2)), 100)


def slow_leaves(s: Mapping[str, Any]) -> list[dict[str, Any]]:
    criteria = [dict(c, field=f["code"]) for f in s["fields"] for c in f["criteria"]]
    return [dict(leaf, field=c["field"]) for c in criteria for leaf in c.get("sub_criteria", [c])]


def slow_result(s: Mapping[str, Any], sheet: SheetInput) -> dict[str, Any]:
    """Section 6 read aloud, with fractions, from the plain YAML."""
    leaves = slow_leaves(s)
    days = sheet.delay.days if sheet.delay else 0
    own = {c: exact(g.self_score) if g.self_score is not None and not g.is_claim else Fraction(0) for c, g in sheet.leaves.items()}
    final: dict[str, Fraction | None] = {}
    for leaf in leaves:
        scoring, code = leaf["scoring"], leaf["code"]
        if scoring["method"] == "survey":
            points = sheet.survey_points[code]
            final[code] = None if points is None else exact(points)
        elif scoring.get("auto_source") == "par_index.index_percent":
            assert sheet.par_index is not None
            part = sheet.par_index / scoring["denominator"]["constant"]
            low = "floor" in scoring and 100 * part < exact(scoring["floor"]["below_percent"])
            final[code] = exact(scoring["floor"]["score"]) if low else half_up(exact(leaf["max_score"]) * min(1, part))
        elif scoring.get("auto_source"):
            fits = [b["level"] for b in scoring["delay_bands"] if b["max_days"] is None or (days is not None and days <= b["max_days"])]
            final[code] = next(exact(level["score"]) for level in scoring["levels"] if level["id"] == fits[0])
        else:
            given_ = sheet.leaves[code]
            final[code] = None if given_.agreed_not_applicable else exact(given_.appraised_score)
    judged = [leaf for leaf in leaves if "appraiser" in leaf and final[leaf["code"]] is not None]
    lead = sum(own[leaf["code"]] - (final[leaf["code"]] or 0) for leaf in judged)
    gap = int(lead > sum(exact(leaf["max_score"]) for leaf in judged) / 10)
    sums = {"bonus": Fraction(0), "deduction": Fraction(0)}
    for item in s["adjustments"]["items"]:
        source = item.get("auto_source")
        n = {"workflow.submission_delay": days, "workflow.self_vs_appraised_gap": gap}.get(source, sheet.counts.get(item["code"], 0))
        sums[item["kind"]] += exact(item["cap"]) if n is None else min(exact(item["cap"]), n * exact(item["per_occurrence"]))
    bonus = min(exact(s["adjustments"]["bonus_cap"]), sums["bonus"])
    deduction = min(exact(s["adjustments"]["deduction_cap"]), sums["deduction"])
    applicable = exact(s["max_score"]) - sum(exact(leaf["max_score"]) for leaf in leaves if final[leaf["code"]] is None)
    total = min(applicable, max(Fraction(0), sum((f for f in final.values() if f is not None), Fraction(0)) + bonus - deduction))
    return {
        "self_total": sum(own.values()),
        "survey_total": sum((final[leaf["code"]] or Fraction(0) for leaf in leaves if leaf["scoring"]["method"] == "survey"), Fraction(0)),
        "appraised_total": sum(
            (final[leaf["code"]] or Fraction(0) for leaf in leaves if leaf["scoring"]["method"] != "survey"), Fraction(0)
        ),
        "bonus": bonus,
        "deduction": deduction,
        "final_score": total,
        "applicable_max": applicable,
        "index": 100 * total / applicable if applicable else 0,
        "field_totals": {f["code"]: sum(final[leaf["code"]] or 0 for leaf in leaves if leaf["field"] == f["code"]) for f in s["fields"]},
    }


@st.composite
def sheets(draw: st.DrawFn, s: CriteriaSet) -> SheetInput:
    generous = draw(st.integers(0, 100))
    leaves = {}
    for leaf in s.leaves:
        if leaf.appraiser:
            own, got = (leaf.max_score * draw(st.integers(low, 4)) / 4 for low in (0, generous // 30))
            claim = leaf.not_applicable_allowed and draw(st.booleans())
            agreed = claim and draw(st.booleans())
            leaves[leaf.code] = LeafInput(None if claim else own, claim, None if agreed else got, agreed)
    survey = {
        leaf.code: draw(st.sampled_from((None, Decimal(0), leaf.max_score / 4, leaf.max_score))) for leaf in s.leaves if leaf.is_survey
    }
    counts = {a.code: draw(st.integers(0, 9)) for a in s.adjustments if not a.is_system}
    delay = Delay(draw(st.none() | st.integers(0, 12)))
    return SheetInput(leaves, counts, survey, delay, Fraction(draw(st.integers(0, 1000)), draw(st.integers(10, 20))))


@pytest.mark.parametrize("name", SETS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_sheet_agrees_with_a_slow_second_computation(name: str, data: st.DataObject) -> None:
    sheet = data.draw(sheets(SETS[name]))
    result = sheet_result(SETS[name], sheet)
    assert result.unscored == ()
    for key, value in slow_result(PLAIN[name], sheet).items():
        assert getattr(result, key) == value, key


def test_full_marks_are_the_maximum_and_a_bonus_lifts_nothing_above_it() -> None:
    result = sheet_result(TASKS, replace(full_marks(TASKS), counts={"B1": 1}))
    assert result.final_score == result.index == 100
    assert (result.level, result.bonus) == ("EXCELLENT", Decimal(2))


def test_deductions_never_go_below_0_and_nothing_applicable_is_index_0() -> None:
    nothing = {leaf.code: LeafInput(None, True, None, True) for leaf in PAR.leaves if leaf.appraiser}
    survey = {leaf.code: None for leaf in PAR.leaves if leaf.is_survey}
    result = sheet_result(PAR, SheetInput(nothing, {"T3": 2}, survey, NEVER_SENT))
    assert result.final_score == result.applicable_max == result.index == 0
    assert result.level == "D"
    assert result.deduction == 3
    assert [str(a.points) for a in result.adjustments] == ["0", "1", "0", "2"]


def test_unscored_leaves_count_0_and_are_listed() -> None:
    sheet = full_marks(TASKS)
    del (leaves := dict(sheet.leaves))["1.1.1"]
    result = sheet_result(TASKS, replace(sheet, leaves=leaves, par_index=None, delay=None))
    par_leaf = next(leaf.code for leaf in TASKS.leaves if leaf.auto_source is AutoSource.PAR_INDEX)
    assert set(result.unscored) == {"1.1.1", par_leaf, "4.3.1", "T3"}
    assert result.self_total == sum(leaf.max_score for leaf in TASKS.leaves if leaf.appraiser) - 8
    assert sheet_result(PAR, SheetInput(delay=Delay(0))).unscored[-1] == "T2"


@pytest.mark.parametrize(("lead", "holds_"), [("7.0", 0), ("7.01", 1)])
def test_the_gap_counts_only_above_ten_percent_of_what_applies(lead: str, holds_: int) -> None:
    sheet = full_marks(PAR)
    leaves = dict(sheet.leaves)
    left = Decimal(lead)
    for code, leaf in sheet.leaves.items():
        taken = min(left, leaf.self_score or Decimal(0))
        leaves[code] = replace(leaf, appraised_score=(leaf.self_score or Decimal(0)) - taken)
        left -= taken
    result = sheet_result(PAR, replace(sheet, leaves=leaves))
    assert next(a.count for a in result.adjustments if a.code == "T2") == holds_


@pytest.mark.parametrize(
    ("index", "level"),
    [
        ("90", "EXCELLENT"),
        ("89.999999", "GOOD"),
        ("70", "GOOD"),
        ("50", "COMPLETED"),
        ("49.999999", "NOT_COMPLETED"),
        ("0", "NOT_COMPLETED"),
    ],
)
def test_a_level_begins_exactly_at_its_percent(index: str, level: str) -> None:
    assert level_by_index(TASKS, Fraction(index)).code == level
    assert level_by_index(TASKS, Fraction(90) - Fraction(1, 10**30)).code == "GOOD"


@pytest.mark.parametrize(
    ("confirmed", "delay", "par", "index", "level", "by"),
    [
        ({"KO2"}, 0, 100, 95, "GOOD", ("KO2",)),
        ({"KO2", "KO3", "KO1"}, 0, 100, 95, "NOT_COMPLETED", ("KO1", "KO2", "KO3")),
        ({"KO2"}, 0, 100, 75, "GOOD", ()),
        ({"KO2", "KO1"}, 0, 100, 75, "COMPLETED", ("KO1",)),
        (set(), 10, 80, 95, "EXCELLENT", ()),
        (set(), 11, 80, 95, "COMPLETED", ("KO6",)),
        (set(), None, Fraction("79.999999"), 95, "COMPLETED", ("KO4", "KO6")),
        ({"KO3"}, 0, 100, 10, "NOT_COMPLETED", ()),
    ],
)
def test_the_lowest_cap_that_holds_replaces_the_level(
    confirmed: set[str], delay: int | None, par: Fraction, index: int, level: str, by: tuple[str, ...]
) -> None:
    facts = KnockOutFacts(confirmed, Delay(delay), Fraction(par))
    found, knocked_out_by = capped_level(TASKS, level_by_index(TASKS, Fraction(index)), facts)
    assert (found.code, knocked_out_by) == (level, by)


@pytest.mark.parametrize(
    ("operator", "days"),
    [
        (Operator.LESS, {0, 1}),
        (Operator.LESS_OR_EQUAL, {0, 1, 2}),
        (Operator.GREATER, {3, None}),
        (Operator.GREATER_OR_EQUAL, {2, 3, None}),
    ],
)
def test_late_without_end_is_above_every_number(operator: Operator, days: set[int | None]) -> None:
    rule = CheckRule(AutoSource.SUBMISSION_DELAY, operator, Decimal(2))
    knock_out = KnockOut("K", "", "GOOD", "", "SNV", rule)
    assert {d for d in (0, 1, 2, 3, None) if holds(knock_out, KnockOutFacts(delay=Delay(d)))} == days
    assert not holds(knock_out, KnockOutFacts())
    assert not holds(replace(knock_out, rule=replace(rule, source=AutoSource.PAR_INDEX)), KnockOutFacts())
