"""Survey forms with their scales as plain values (scoring-rules.md sections 2 and 5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from chamdiem_rules.methods import Conversion


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """One answer to choose, named by its `value`. An `excluded` one leaves the denominator; else `weight` is 0 to 100."""

    value: str
    label: str
    weight: Decimal
    positive: bool
    excluded: bool


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers that a question offers."""

    code: str
    title: str
    options: tuple[AnswerOption, ...]

    def option(self, value: str) -> AnswerOption | None:
        """The option of that value, None where there is none."""
        return next((option for option in self.options if option.value == value), None)


@dataclass(frozen=True, slots=True)
class Question:
    """One question; `scale` is None for an open one, which has no options and scores nothing."""

    code: str
    text: str
    scale: Scale | None
    scored: bool


@dataclass(frozen=True)
class Form:
    """One survey form. `assesses` are the unit types it asks about; fewer than `min_responses` valid ones are too few."""

    code: str
    title: str
    assesses: tuple[str, ...]
    program: str
    min_responses: int
    questions: tuple[Question, ...]

    @cached_property
    def _by_code(self) -> Mapping[str, Question]:
        return {question.code: question for question in self.questions}

    def question(self, code: str) -> Question | None:
        """The question of that code, None where there is none."""
        return self._by_code.get(code)


@dataclass(frozen=True)
class SurveyForms:
    """One version of all forms. `conversion` holds for a leaf that names none."""

    forms: tuple[Form, ...]
    scales: Mapping[str, Scale]
    conversion: Conversion

    @cached_property
    def _by_code(self) -> Mapping[str, Form]:
        return {form.code: form for form in self.forms}

    def form(self, code: str) -> Form | None:
        """The form of that code, None where there is none."""
        return self._by_code.get(code)
