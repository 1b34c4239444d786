"""How far the keying in of a campaign is: for each form the units it asks about, and what was entered of them. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chamdiem_assessment.survey_campaign.domain import Entered, SurveyedUnit
from chamdiem_rules.survey_types import Form, SurveyForms


@dataclass(frozen=True)
class FormOfUnit:
    """One form about one unit. `valid`: valid responses on paper, None while nobody entered them; `answers`: given here.

    `too_few`: paper and answers together are below the smallest sample; `entered` of `expected` counts of options.
    """

    form: str
    unit_code: str
    unit_name: str
    valid: int | None
    answers: int
    too_few: bool
    entered: int
    expected: int


def progress_of(
    forms: SurveyForms, units: Sequence[SurveyedUnit], entered: Entered, answers: Mapping[tuple[str, str], int]
) -> Iterator[FormOfUnit]:
    """Forms in their order, and for each the units of its program and types in theirs, once; `answers` given here by form and unit."""
    counted = Counter((form, unit) for form, unit, _question, _option in entered.counts)
    for form in forms.forms:
        expected = _cells(form)
        for unit in dict.fromkeys(u for u in units if u.unit_type in form.assesses and u.program == form.program):
            valid = entered.valid.get((form.code, unit.code))
            answered = answers.get((form.code, unit.code), 0)
            too_few = (valid is not None or answered > 0) and (valid or 0) + answered < form.min_responses
            yield FormOfUnit(form.code, unit.code, unit.name, valid, answered, too_few, counted[form.code, unit.code], expected)


def _cells(form: Form) -> int:
    return sum(len(question.scale.options) for question in form.questions if question.scale is not None)
