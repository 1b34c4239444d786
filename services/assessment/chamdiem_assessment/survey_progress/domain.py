"""How far the keying in of a campaign is: for each form the units it asks about, and what was entered of them. Pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chamdiem_assessment.survey_campaign.domain import Entered
from chamdiem_rules.survey_types import Form, SurveyForms


@dataclass(frozen=True)
class SurveyedUnit:
    """A unit of the campaign's periods."""

    code: str
    name: str
    unit_type: str
    program: str


@dataclass(frozen=True)
class FormOfUnit:
    """One form about one unit. `valid`: valid responses, None while nobody entered them; `entered` of `expected` counts of options."""

    form: str
    unit_code: str
    unit_name: str
    valid: int | None
    too_few: bool
    entered: int
    expected: int


def progress_of(forms: SurveyForms, units: Sequence[SurveyedUnit], entered: Entered) -> Iterator[FormOfUnit]:
    """Forms in their order, and for each the units of its program and types in theirs, once."""
    counted = Counter((form, unit) for form, unit, _question, _option in entered.counts)
    for form in forms.forms:
        expected = _cells(form)
        for unit in dict.fromkeys(u for u in units if u.unit_type in form.assesses and u.program == form.program):
            valid = entered.valid.get((form.code, unit.code))
            too_few = valid is not None and valid < form.min_responses
            yield FormOfUnit(form.code, unit.code, unit.name, valid, too_few, counted[form.code, unit.code], expected)


def _cells(form: Form) -> int:
    return sum(len(question.scale.options) for question in form.questions if question.scale is not None)
