"""Bodies of requests and answers of respondents, by link or account."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated

from fastapi import Header
from pydantic import BaseModel, ConfigDict, Field

from chamdiem_assessment.survey_answer.domain import Asked, Given
from chamdiem_kit.texts import CleanText

_Code = Annotated[CleanText, Field(max_length=200)]
MOST_QUESTIONS, LONGEST_REMARK = 300, 2000
AttemptKey = Annotated[
    str | None,
    Header(alias="Idempotency-Key", min_length=1, max_length=200, pattern=r"^[\x21-\x7e]+$", description="Khóa ngẫu nhiên của lần gửi"),
]


class SurveyAnswerIn(BaseModel):
    """Phiếu trả lời: phương án chọn theo mã câu hỏi, và ý kiến theo mã câu hỏi mở."""

    model_config = ConfigDict(extra="forbid")
    consent: bool
    chosen: Annotated[Mapping[_Code, _Code], Field(max_length=MOST_QUESTIONS)]
    written: Annotated[Mapping[_Code, Annotated[CleanText, Field(max_length=LONGEST_REMARK)]], Field(max_length=MOST_QUESTIONS)] = {}

    def value(self) -> Given:
        """As the domain has it."""
        return Given(self.consent, self.chosen, self.written)


class AskedOptionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)
    value: str
    label: str


class AskedQuestionOut(BaseModel):
    """Một câu hỏi; `options` trống là câu hỏi mở."""

    code: str
    text: str
    required: bool
    options: Sequence[AskedOptionOut]


class AskedFormOut(BaseModel):
    """Phiếu khảo sát về một đơn vị để trả lời; `screening` là câu hỏi lọc, ai trả lời Không thì không trả lời phiếu."""

    form: str
    title: str
    group_title: str
    unit_code: str
    unit_name: str
    screening: str
    closes_at: datetime | None
    rehearsal: bool
    held_by: str
    questions: Sequence[AskedQuestionOut]


class AnswerCountedOut(BaseModel):
    """Phiếu trả lời đã được ghi nhận."""

    form: str
    title: str
    unit_name: str


def asked_out(asked: Asked, held_by: str) -> AskedFormOut:
    """The form as a respondent sees it; `held_by` is the body in whose name it is asked."""
    return AskedFormOut(
        form=asked.form.code,
        title=asked.form.title,
        group_title=asked.words.group_title,
        unit_code=asked.unit_code,
        unit_name=asked.unit_name,
        screening=asked.words.screening,
        closes_at=asked.campaign.to_at,
        rehearsal=asked.campaign.clock_at is not None,
        held_by=held_by,
        questions=[
            AskedQuestionOut(
                code=question.code,
                text=question.text,
                required=question.scale is not None and question.code not in asked.words.optional,
                options=[AskedOptionOut.model_validate(o) for o in question.scale.options] if question.scale else [],
            )
            for question in asked.form.questions
        ],
    )


def counted_out(asked: Asked) -> AnswerCountedOut:
    """What a respondent reads who has answered."""
    return AnswerCountedOut(form=asked.form.code, title=asked.form.title, unit_name=asked.unit_name)
