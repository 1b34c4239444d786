"""Correcting a number of a survey that was keyed in wrongly, while its form is open (rules §5, §8)."""

from dataclasses import dataclass

from chamdiem_assessment.survey_campaign.domain import Campaign, Entered, FormClosed
from chamdiem_kit.errors import FieldError, Invalid, NotFound
from chamdiem_rules.numbers import parse_count
from chamdiem_rules.refusal import Refused


class NumberNotEntered(NotFound):
    type = "assessment/survey-number-not-entered"
    title = "Số liệu khảo sát này chưa được nhập"


@dataclass(frozen=True)
class SurveyNumber:
    """A number as stored: how many valid responses, or with `question` and `option` how many chose the option."""

    unit_code: str
    form: str
    question: str | None
    option: str | None
    value: int
    version: int


def correct_number(campaign: Campaign, entered: Entered, number: SurveyNumber, value: str, reason: str) -> int:
    """The number to keep instead; `entered` holds at least what stands for its unit and form.

    Raises `FormClosed`; `Invalid` for a blank reason; `Refused` for what is no count, and `too-many-answers`.
    """
    form = campaign.form(number.form)
    if form is None or form.closed_at is not None:
        raise FormClosed("Phiếu đã chốt; không sửa được nữa.")
    if not reason.strip():
        detail = "Hãy nêu lý do sửa số liệu."
        raise Invalid(detail, errors=(FieldError("/reason", detail),), type_="assessment/value-missing", title_="Thiếu giá trị")
    column = "valid" if number.question is None else "count"
    kept = parse_count(value, column)
    mine = (number.form, number.unit_code)
    if number.question is None:
        most = max((total for (form_code, unit, _), total in entered.sums.items() if (form_code, unit) == mine), default=0)
        fits = most <= kept
    else:
        valid = entered.valid.get(mine)
        fits = valid is None or entered.sums.get((*mine, number.question), 0) - number.value + kept <= valid
    if not fits:
        raise Refused("too-many-answers", "Tổng số câu trả lời nhiều hơn số phiếu hợp lệ; hãy kiểm tra lại.", column)
    return kept
