"""Points of survey leaves from the answers counted for a unit (scoring-rules.md section 5), exact until the one rounding."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from chamdiem_rules.methods import Conversion, SurveyScoring, SurveySource
from chamdiem_rules.numbers import round_half_up
from chamdiem_rules.set_types import CriteriaSet, Leaf
from chamdiem_rules.survey_types import Question, SurveyForms

LeftOut = Literal["too_few", "no_answers"]


@dataclass(frozen=True, slots=True)
class FormCounts:
    """What one form gathered for one unit: valid responses (None: never told, counts as 0), and per question the count of each option."""

    valid: int | None = None
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionWhy:
    """One question: answers that count, and its exact percentage; None where nobody answered, then it leaves the mean."""

    code: str
    answers: int
    percent: Fraction | None


@dataclass(frozen=True, slots=True)
class FormWhy:
    """One form: weight in the set, the weight it got after those left out were spread, its exact percentage, and why it was left out."""

    form: str
    weight: Decimal
    used_weight: Fraction
    valid: int
    percent: Fraction | None
    left_out: LeftOut | None
    questions: tuple[QuestionWhy, ...]


@dataclass(frozen=True, slots=True)
class SurveyWhy:
    """Where a survey leaf's points came from. Without any form left `percent` and `points` are None: not applicable for the unit."""

    leaf: str
    forms: tuple[FormWhy, ...]
    percent: Fraction | None
    points: Decimal | None


def survey_points(leaf: Leaf, score_decimals: int, counts_by_form: Mapping[str, FormCounts], forms: SurveyForms) -> Decimal | None:
    """The points of a survey leaf, rounded half-up once; None: not applicable for the unit. `ValueError` for a leaf of another method."""
    return explain_survey(leaf, score_decimals, counts_by_form, forms).points


def all_survey_points(
    criteria_set: CriteriaSet, counts_by_form: Mapping[str, FormCounts], forms: SurveyForms | None
) -> dict[str, Decimal | None]:
    """The points of every survey leaf of a set for one unit, by leaf code."""
    if forms is None:
        return {}
    return {
        leaf.code: survey_points(leaf, criteria_set.score_decimals, counts_by_form, forms) for leaf in criteria_set.leaves if leaf.is_survey
    }


def explain_survey(leaf: Leaf, score_decimals: int, counts_by_form: Mapping[str, FormCounts], forms: SurveyForms) -> SurveyWhy:
    """As `survey_points`, with every step."""
    if not isinstance(leaf.scoring, SurveyScoring):
        raise ValueError(f"leaf {leaf.code} is not a survey leaf")
    conversion = leaf.scoring.conversion
    found = [_form(source, conversion, counts_by_form.get(source.form, FormCounts()), forms) for source in leaf.scoring.sources]
    whole = sum((Fraction(form.weight) for form in found), Fraction(0))
    kept = sum((Fraction(form.weight) for form in found if form.percent is not None), Fraction(0))
    if not kept:
        return SurveyWhy(leaf.code, tuple(found), None, None)
    weighted = tuple(
        _with_weight(form, Fraction(form.weight) * whole / kept if form.percent is not None else Fraction(0)) for form in found
    )
    percent = sum((form.percent * form.used_weight for form in weighted if form.percent is not None), Fraction(0))
    return SurveyWhy(leaf.code, weighted, percent, round_half_up(Fraction(leaf.max_score) * percent / 100, score_decimals))


def question_percent(question: Question, counts: Mapping[str, int], conversion: Conversion) -> Fraction | None:
    """The exact percentage of one question; None where no answer counts."""
    scale = question.scale
    counted = [(option, counts.get(option.value, 0)) for option in (scale.options if scale else ()) if not option.excluded]
    answers = sum(count for _, count in counted)
    if not answers:
        return None
    if conversion is Conversion.MEAN_WEIGHT:
        return sum((count * Fraction(option.weight) for option, count in counted), Fraction(0)) / answers
    return Fraction(100 * sum(count for option, count in counted if option.positive), answers)


def _form(source: SurveySource, conversion: Conversion, got: FormCounts, forms: SurveyForms) -> FormWhy:
    form = forms.form(source.form)
    if form is None:
        raise ValueError(f"no form {source.form}")
    questions = tuple(_question(form.question(code), got, conversion) for code in source.questions)
    valid = got.valid or 0
    percents = [question.percent for question in questions if question.percent is not None]
    left_out: LeftOut | None = "too_few" if valid < form.min_responses else None if percents else "no_answers"
    percent = None if left_out else _mean(percents)
    return FormWhy(source.form, source.weight, Fraction(0), valid, percent, left_out, questions)


def _question(question: Question | None, got: FormCounts, conversion: Conversion) -> QuestionWhy:
    if question is None:
        raise ValueError("no such question")
    counts = got.counts.get(question.code, {})
    answers = sum(counts.get(option.value, 0) for option in (question.scale.options if question.scale else ()) if not option.excluded)
    return QuestionWhy(question.code, answers, question_percent(question, counts, conversion))


def _mean(percents: Iterable[Fraction]) -> Fraction:
    values = list(percents)
    return sum(values, Fraction(0)) / len(values)


def _with_weight(form: FormWhy, used: Fraction) -> FormWhy:
    return FormWhy(form.form, form.weight, used, form.valid, form.percent, form.left_out, form.questions)
