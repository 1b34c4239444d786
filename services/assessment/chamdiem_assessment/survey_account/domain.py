"""Which forms are answered from an account (Điều 9.1; practice 8), about which units, and once each. Pure.

The groups of the forms say who: `CIVIL_SERVANT` are the people of the unit that is assessed, with its sub-units; `LEADER_<UNIT TYPE>` those
who approve for a unit of that type, and they rate every unit the form asks about but their own. Other groups have no account here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chamdiem_assessment.survey_campaign.domain import SurveyedUnit
from chamdiem_assessment.survey_forms.domain import FormWords
from chamdiem_kit.errors import Conflict, NotFound
from chamdiem_rules.survey_types import Form, SurveyForms

_OWN_PEOPLE, _LEADERS = "CIVIL_SERVANT", "LEADER_"


class NotAsked(NotFound):
    type = "assessment/survey-not-for-account"
    title = "Không có phiếu khảo sát này cho tài khoản"


class AlreadyAnswered(Conflict):
    type = "assessment/survey-already-answered"
    title = "Tài khoản đã trả lời phiếu này"


@dataclass(frozen=True)
class Respondent:
    """Who is asked. `own_units`: all that the person belongs to, with what these are part of."""

    unit_code: str
    unit_type: str
    approves: bool
    own_units: frozenset[str]


@dataclass(frozen=True)
class OwnForm:
    """A form about one unit that an account is asked."""

    form: Form
    words: FormWords
    unit: SurveyedUnit


def forms_asked(
    respondent: Respondent, forms: SurveyForms, words: Mapping[str, FormWords], units: Sequence[SurveyedUnit]
) -> Iterator[OwnForm]:
    """The forms in their order, the units of each by name."""
    for form in forms.forms:
        of_form = words[form.code]
        for unit in dict.fromkeys(u for u in units if u.unit_type in form.assesses and u.program == form.program):
            if _is_asked(respondent, of_form.group, unit.code):
                yield OwnForm(form, of_form, unit)


def _is_asked(respondent: Respondent, group: str, unit_code: str) -> bool:
    own = unit_code in respondent.own_units
    if group == _OWN_PEOPLE:
        return own
    return group == _LEADERS + respondent.unit_type.upper() and respondent.approves and not own
