"""Answers one by one, and together with totals from paper, give exactly the points that all of them at once give."""

from collections import Counter
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.methods import Conversion
from chamdiem_rules.survey import FormCounts, question_percent
from chamdiem_rules.survey_counting import add_counts, count_answer, faults_of_answer
from chamdiem_rules.survey_types import AnswerOption, Form, Question, Scale

WEIGHTS = {"3": Decimal(100), "2": Decimal(60), "1": Decimal(20)}
SCALE = Scale(
    "S", "", (*(AnswerOption(v, v, w, v == "3", False) for v, w in WEIGHTS.items()), AnswerOption("0", "0", Decimal(0), False, True))
)
ONE, TWO, OPEN = Question("Q1", "", SCALE, True), Question("Q2", "", SCALE, True), Question("M", "", None, False)
FORM = Form("F", "", ("department",), "par_index", 1, (ONE, TWO, OPEN))
options = st.sampled_from(["3", "2", "1", "0"])
answers = st.lists(st.fixed_dictionaries({"Q1": options, "Q2": options}), max_size=30)
papers = st.dictionaries(st.sampled_from(["Q1", "Q2"]), st.dictionaries(options, st.integers(0, 10**15)))


@given(answered=answers, paper=papers, valid=st.one_of(st.none(), st.integers(0, 10**15)))
def test_counted_one_by_one_and_added_to_paper_no_answer_is_lost_or_counted_twice(
    answered: list[dict[str, str]], paper: dict[str, dict[str, int]], valid: int | None
) -> None:
    counts = FormCounts()
    for one in answered:
        counts = count_answer(counts, one)
    both = add_counts(FormCounts(valid, paper), counts)
    slow = Counter({(q, v): n for q, of_question in paper.items() for v, n in of_question.items()})
    slow.update((q, v) for one in answered for q, v in one.items())
    together = {(q, v): n for q, of_question in both.counts.items() for v, n in of_question.items()}
    assert +Counter(together) == +slow
    assert both.valid == (None if valid is None and not answered else (valid or 0) + len(answered))
    for question in FORM.questions[:2]:
        counted = {v: slow[question.code, v] for v in WEIGHTS}
        everybody = sum(counted.values())
        expected = Fraction(sum(int(WEIGHTS[v]) * n for v, n in counted.items()), everybody) if everybody else None
        assert question_percent(question, both.counts.get(question.code, {}), Conversion.MEAN_WEIGHT) == expected


def test_adding_changes_neither_of_the_two() -> None:
    one, other = FormCounts(1, {"Q1": {"3": 1}}), FormCounts(2, {"Q1": {"3": 2}})
    assert add_counts(one, other) == FormCounts(3, {"Q1": {"3": 3}})
    assert (one, other) == (FormCounts(1, {"Q1": {"3": 1}}), FormCounts(2, {"Q1": {"3": 2}}))


def test_an_answer_has_to_choose_an_option_of_every_question_that_is_not_optional() -> None:
    assert [(f.code, f.column) for f in faults_of_answer(FORM, {"Q1": "9", "M": "3", "Q8": "3"})] == [
        ("unknown-option", "Q1"),
        ("unknown-question", "M"),
        ("unknown-question", "Q8"),
        ("value-missing", "Q2"),
    ]
    assert list(faults_of_answer(FORM, {"Q1": "0"}, optional={"Q2"})) == []
