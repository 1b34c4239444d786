"""One answer to a form about a unit: what is asked, and what of it is counted (rules §5). Pure; who answers is no matter here."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from chamdiem_assessment.survey_campaign.domain import Campaign
from chamdiem_assessment.survey_forms.domain import FormWords
from chamdiem_kit.errors import FieldError, Invalid
from chamdiem_rules.survey_counting import faults_of_answer
from chamdiem_rules.survey_types import Form


class AnswerRefused(Invalid):
    type = "assessment/survey-answer-refused"
    title = "Phiếu trả lời chưa đủ hoặc chưa đúng"


class ConsentMissing(Invalid):
    type = "assessment/survey-consent-missing"
    title = "Chưa đồng ý tham gia khảo sát"


@dataclass(frozen=True)
class Asked:
    """A form about one unit as a respondent is asked it, in a campaign."""

    campaign: Campaign
    form: Form
    words: FormWords
    unit_code: str
    unit_name: str


@dataclass(frozen=True)
class Given:
    """What a respondent gives: the option chosen by question, and words by open question."""

    consent: bool
    chosen: Mapping[str, str]
    written: Mapping[str, str]


def judge_answer(form: Form, words: FormWords, given: Given) -> Given:
    """What is counted; blank words are none. Raises `ConsentMissing`, or `AnswerRefused` naming every question at fault."""
    if not given.consent:
        detail = "Hãy đánh dấu đồng ý rồi gửi; nếu không đồng ý, ông/bà chỉ cần đóng trang này."
        raise ConsentMissing(detail, errors=(FieldError("/consent", detail),))
    faults = [FieldError(f"/chosen/{f.column}", f.detail) for f in faults_of_answer(form, given.chosen, words.optional)]
    for code in given.written:
        question = form.question(code)
        if question is None or question.scale is not None:
            faults.append(FieldError(f"/written/{code}", "Phiếu không có câu hỏi mở này; hãy tải lại trang."))
    if faults:
        raise AnswerRefused("Hãy trả lời các câu được nêu rồi gửi lại.", errors=tuple(faults))
    return Given(True, given.chosen, {code: text.strip() for code, text in given.written.items() if text.strip()})


def attempt_of(key: str | None) -> bytes | None:
    """What is kept of the random key by which a page sends one answer again: its SHA-256."""
    return None if key is None else hashlib.sha256(key.encode()).digest()
