"""Survey points against the worked examples and a slow second computation (scoring-rules.md section 5)."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.criteria_set import Leaf
from chamdiem_rules.document import load_yaml
from chamdiem_rules.methods import Conversion, SurveyScoring, SurveySource
from chamdiem_rules.numbers import format_percent, format_score
from chamdiem_rules.survey import FormCounts, explain_survey, survey_points
from chamdiem_rules.survey_forms import AnswerOption, Form, Question, Scale, SurveyForms, read_survey_forms

TEXT = (Path(__file__).parents[3] / "data" / "survey-forms.yaml").read_text("utf-8")
WORKED = yaml.safe_load(TEXT)["conversion"]["worked_examples"]
FORMS = read_survey_forms(load_yaml(TEXT))
PERCENTS = Scale("P", "", tuple(AnswerOption(str(p), "", Decimal(p), p >= 50, False) for p in range(101)))


def a_leaf(max_score: str, sources: tuple[SurveySource, ...], conversion: Conversion = Conversion.MEAN_WEIGHT) -> Leaf:
    return Leaf("1.7.1", "", "1", "1.7", Decimal(max_score), None, False, False, SurveyScoring(conversion, sources), None, (), ())


def some_forms(count: int, scale: Scale, questions: int = 1, min_responses: int = 1) -> SurveyForms:
    asked = tuple(Question(f"Q{q}", "", scale, True) for q in range(questions))
    forms = tuple(Form(f"F{f}", "", ("department",), "par_index", min_responses, asked) for f in range(count))
    return SurveyForms(forms, {scale.code: scale}, Conversion.MEAN_WEIGHT)


@pytest.mark.parametrize("example", [e for e in WORKED if "counts" in e], ids=lambda e: str(e["scale"]))
@pytest.mark.parametrize("conversion", list(Conversion))
def test_the_worked_examples_of_one_question_hold(example: dict[str, dict[str, str]], conversion: Conversion) -> None:
    scale = FORMS.scales[str(example["scale"])]
    leaf = a_leaf(str(example["max_score"]), (SurveySource("F0", ("Q0",), Decimal(1)),), conversion)
    counts = {str(value): int(count) for value, count in example["counts"].items()}
    why = explain_survey(leaf, 2, {"F0": FormCounts(200, {"Q0": counts})}, some_forms(1, scale))
    assert why.percent is not None and why.points is not None
    assert format_percent(why.percent, 2) == example[conversion]["percent"]
    assert format_score(why.points, 2) == example[conversion]["points"]
    assert why.forms[0].questions[0].answers == sum(counts.values()) - counts["0"]


@pytest.mark.parametrize("example", [e for e in WORKED if "parts" in e], ids=lambda e: str(len(e["parts"])))
def test_the_worked_examples_of_several_forms_hold(example: dict[str, list[dict[str, str]]]) -> None:
    parts = example["parts"]
    leaf = a_leaf(str(example["max_score"]), tuple(SurveySource(f"F{i}", ("Q0",), Decimal(p["weight"])) for i, p in enumerate(parts)))
    counts = {f"F{i}": FormCounts(0 if p.get("too_few") else 1, {"Q0": {p["percent"]: 1}}) for i, p in enumerate(parts)}
    why = explain_survey(leaf, 2, counts, some_forms(len(parts), PERCENTS))
    combined: Mapping[str, str] = example["combined"]  # type: ignore[assignment]
    assert why.percent is not None and why.points is not None
    assert (format_percent(why.percent, 2), format_score(why.points, 2)) == (combined["percent"], combined["points"])
    if len(parts) == 3:
        assert [form.used_weight for form in why.forms] == [Fraction("0.625"), Fraction("0.375"), 0]
        assert [form.left_out for form in why.forms] == [None, None, "too_few"]


def test_without_any_form_left_the_leaf_is_not_applicable() -> None:
    leaf = a_leaf("1", (SurveySource("F0", ("Q0",), Decimal("0.5")), SurveySource("F1", ("Q0",), Decimal("0.5"))))
    forms = some_forms(2, FORMS.scales["SAT5"], min_responses=10)
    nobody = {"F0": FormCounts(9, {"Q0": {"5": 9}}), "F1": FormCounts(10, {"Q0": {"0": 10}})}
    why = explain_survey(leaf, 2, nobody, forms)
    assert (why.points, why.percent) == (None, None)
    assert [form.left_out for form in why.forms] == ["too_few", "no_answers"]
    assert survey_points(leaf, 2, {}, forms) is None
    never_told = {"F0": FormCounts(None, {"Q0": {"5": 50}})}
    assert survey_points(leaf, 2, never_told, forms) is None
    enough = {"F0": FormCounts(10, {"Q0": {"5": 9}})}
    assert survey_points(leaf, 2, enough, forms) == 1


counts_of_a_question = st.dictionaries(st.sampled_from("012345"), st.integers(0, 30), max_size=6)
counts_of_a_form = st.tuples(st.none() | st.integers(0, 20), st.lists(counts_of_a_question, min_size=3, max_size=3))


@given(st.lists(counts_of_a_form, min_size=1, max_size=3), st.sampled_from(list(Conversion)), st.data())
def test_points_agree_with_a_slow_second_computation(
    filled: list[tuple[int | None, list[dict[str, int]]]], conversion: Conversion, data: st.DataObject
) -> None:
    weights = [data.draw(st.integers(1, 5)) for _ in filled]
    leaf = a_leaf("1.5", tuple(SurveySource(f"F{i}", ("Q0", "Q2"), Decimal(w) / 16) for i, w in enumerate(weights)), conversion)
    counts = {f"F{i}": FormCounts(valid, {f"Q{q}": c for q, c in enumerate(qs)}) for i, (valid, qs) in enumerate(filled)}
    got = survey_points(leaf, 2, counts, some_forms(len(filled), FORMS.scales["SAT5"], questions=3, min_responses=8))
    worth = {"5": 100, "4": 75, "3": 50, "2": 25, "1": 0}
    form_percents: list[tuple[Fraction, Fraction]] = []
    for (valid, qs), weight in zip(filled, weights, strict=True):
        percents = []
        for answers in (qs[0], qs[2]):
            each = [value for value, count in answers.items() if value != "0" for _ in range(count)]
            if each:
                good = [100 if value in "45" else 0 for value in each] if conversion == "positive_share" else [worth[v] for v in each]
                percents.append(Fraction(sum(good), len(each)))
        if percents and (valid or 0) >= 8:
            form_percents.append((sum(percents, Fraction(0)) / len(percents), Fraction(weight, 16)))
    if not form_percents:
        assert got is None
        return
    total, kept = Fraction(sum(weights), 16), sum((w for _, w in form_percents), Fraction(0))
    points = Fraction(3, 2) * sum((p * (w + w / kept * (total - kept)) for p, w in form_percents), Fraction(0)) / 100
    whole, rest = divmod(points * 100, 1)
    assert got == Fraction(whole + (rest >= Fraction(1, 2)), 100)
