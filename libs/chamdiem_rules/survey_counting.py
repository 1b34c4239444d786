"""From answered forms to the `FormCounts` of a form and a unit (scoring-rules.md section 5): whole numbers, nothing is rounded."""

from collections.abc import Container, Iterator, Mapping

from chamdiem_rules.refusal import Refused
from chamdiem_rules.survey import FormCounts
from chamdiem_rules.survey_types import Form


def faults_of_answer(form: Form, chosen: Mapping[str, str], optional: Container[str] = frozenset()) -> Iterator[Refused]:
    """What is wrong with the options chosen, by question: a question with options has to be answered unless its code is in `optional`."""
    for code, value in chosen.items():
        question = form.question(code)
        if question is None or question.scale is None:
            yield Refused("unknown-question", "Phiếu không có câu hỏi này; hãy tải lại trang.", code)
        elif question.scale.option(value) is None:
            yield Refused("unknown-option", "Hãy chọn một trong các phương án của câu hỏi.", code)
    for question in form.questions:
        if question.scale is not None and question.code not in chosen and question.code not in optional:
            yield Refused("value-missing", "Hãy chọn một phương án.", question.code)


def count_answer(counts: FormCounts, chosen: Mapping[str, str]) -> FormCounts:
    """The counts with one valid response more; `chosen` has no faults."""
    return add_counts(counts, FormCounts(1, {question: {value: 1} for question, value in chosen.items()}))


def add_counts(one: FormCounts, other: FormCounts) -> FormCounts:
    """Both together; valid responses are unknown only where both never told them."""
    counts = {question: dict(options) for question, options in one.counts.items()}
    for question, options in other.counts.items():
        mine = counts.setdefault(question, {})
        for value, count in options.items():
            mine[value] = mine.get(value, 0) + count
    valid = None if one.valid is None and other.valid is None else (one.valid or 0) + (other.valid or 0)
    return FormCounts(valid, counts)
