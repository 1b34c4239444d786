"""What becomes of declared values under another version: checked against the rules themselves over sets made at random (rules §2, §3)."""

from typing import Any
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from chamdiem_assessment.amendment.carrying import carry, carry_one, is_declared
from chamdiem_assessment.amendment.domain import versions_of
from chamdiem_assessment.sheet.answer import Answer, Given, declare_value
from chamdiem_rules.criteria_set import CriteriaSet, read_criteria_set
from chamdiem_rules.refusal import Refused

CODES = ("1.1", "1.2", "1.3")
YES_NO = {"method": "yes_no", "options": [{"id": "co", "label": "Có", "score": "2"}, {"id": "khong", "label": "Không", "score": "0"}]}
SCORINGS: tuple[dict[str, Any], ...] = (
    YES_NO,
    {**YES_NO, "options": [{"id": "du", "label": "Đủ", "score": "2"}, {"id": "khong", "label": "Không", "score": "0.5"}]},
    {"method": "ratio", "zero_denominator": "zero"},
    {"method": "ratio", "zero_denominator": "not_applicable", "floor": {"below_percent": "50", "score": "0"}},
    {"method": "ratio", "constant": "7", "zero_denominator": "zero"},
    {"method": "deduction", "start_score": "2", "per_occurrence": "0.5", "min_score": "0"},
    {
        "method": "levels",
        "input": "count",
        "levels": [{"id": "a", "label": "Ít", "score": "1", "below": "3"}, {"id": "b", "label": "Nhiều", "score": "2", "min": "3"}],
    },
)
texts = st.sampled_from(["", "0", "1", "2", "7", "3.5", "co", "khong", "du"])


@st.composite
def sets(draw: st.DrawFn) -> CriteriaSet:
    """A set of some of three leaves, each by any method, with two or three decimals."""
    codes = draw(st.lists(st.sampled_from(CODES), unique=True, min_size=1).map(sorted))
    scorings = {code: draw(st.sampled_from(SCORINGS)) for code in codes}
    leaves = [
        {
            "code": code,
            "title": f"Tiêu chí {code}",
            "max_score": "2",
            "appraiser": "SNV",
            "self_scored": draw(st.booleans()),
            "not_applicable_allowed": scorings[code].get("zero_denominator") == "not_applicable" or draw(st.booleans()),
            "scoring": scorings[code],
        }
        for code in codes
    ]
    total = str(2 * len(codes))
    return read_criteria_set(
        {
            "code": "PAR",
            "program": "par_index",
            "title": "Bộ tiêu chí",
            "unit_types": ["department"],
            "max_score": total,
            "appraised_max": total,
            "survey_max": "0",
            "score_decimals": str(draw(st.integers(2, 3))),
            "appraisers": {"SNV": {"unit": "so-noi-vu", "title": "Sở Nội vụ"}},
            "fields": [{"code": "1", "title": "Lĩnh vực", "max_score": total, "criteria": leaves}],
            "grades": [{"code": "A", "title": "Tốt", "min_percent": "0"}],
        },
        None,
    )


@st.composite
def answered(draw: st.DrawFn) -> tuple[CriteriaSet, dict[str, Answer]]:
    """A set and a sheet of it, as a unit may have filled it in."""
    criteria_set = draw(sets())
    answers = {}
    for code, item in criteria_set.items.items():
        said = Given(
            item=code,
            option=draw(texts),
            numerator=draw(texts),
            denominator=draw(texts),
            count=draw(texts),
            not_applicable=draw(st.booleans()),
            explanation=draw(st.sampled_from(["", "vì thế"])),
            unfinished=True,
        )
        try:
            answers[code] = declare_value(criteria_set, said)
        except Refused:
            if is_declared(item) and draw(st.booleans()):
                answers[code] = declare_value(criteria_set, Given(item=code, explanation="vì thế", unfinished=True))
    return criteria_set, answers


def value(answer: Answer) -> tuple[object, ...]:
    return answer.option, answer.numerator, answer.denominator, answer.count, answer.not_applicable


def stands(criteria_set: CriteriaSet, answer: Answer) -> bool:
    """Whether the set makes of the answer's value exactly what the answer says."""
    said = Given(
        answer.item,
        answer.option or "",
        answer.numerator or "",
        answer.denominator or "",
        answer.count or "",
        not_applicable=answer.not_applicable,
        explanation=answer.explanation,
        unfinished=True,
    )
    try:
        return declare_value(criteria_set, said) == answer
    except Refused:
        return False


@given(old=answered(), new=sets())
def test_after_an_amendment_every_answer_is_one_that_the_new_version_gives(
    old: tuple[CriteriaSet, dict[str, Answer]], new: CriteriaSet
) -> None:
    _, answers = old
    carried = carry(answers, {}, new)
    after = {code: a for code, a in answers.items() if code not in carried.gone} | {a.item: a for a in carried.written}
    assert all(stands(new, answer) for answer in after.values())
    assert all(is_declared(new.item(code)) for code in after)


@given(old=answered(), new=sets())
def test_a_value_is_lost_only_where_the_new_version_refuses_it(old: tuple[CriteriaSet, dict[str, Answer]], new: CriteriaSet) -> None:
    _, answers = old
    for code, before in answers.items():
        if not is_declared(new.item(code)):
            continue
        after = carry_one(before, new)
        assert after.explanation == before.explanation
        fits = stands(new, after) and value(after) == value(before)
        assert fits or (
            value(after) == (None, None, None, None, False) and not any(_takes(new, before, unfinished=u) for u in (True, False))
        )


def _takes(new: CriteriaSet, before: Answer, *, unfinished: bool) -> bool:
    said = Given(
        before.item,
        before.option or "",
        before.numerator or "",
        before.denominator or "",
        before.count or "",
        not_applicable=before.not_applicable,
        explanation=before.explanation,
        unfinished=unfinished,
    )
    try:
        declare_value(new, said)
    except Refused:
        return False
    return True


@given(old=answered(), new=sets())
def test_only_answers_of_affected_items_become_others(old: tuple[CriteriaSet, dict[str, Answer]], new: CriteriaSet) -> None:
    before, answers = old
    versions = versions_of((uuid4(), before), (uuid4(), new))
    carried = carry(answers, {}, new)
    touched = {*(a.item for a in carried.written), *carried.gone}
    assert touched <= set(versions.affected)
    assert set(carried.emptied) <= set(versions.named), "a unit hears of every value that it has to declare anew"


@given(old=answered(), new=sets())
def test_going_back_to_the_old_version_finds_every_value_again_that_was_not_declared_anew(
    old: tuple[CriteriaSet, dict[str, Answer]], new: CriteriaSet
) -> None:
    before, answers = old
    there = carry(answers, {}, new)
    between = {code: a for code, a in answers.items() if code not in there.gone} | {a.item: a for a in there.written}
    past = {code: answers[code] for code in there.gone}
    back = carry(between, past, before)
    after = {code: a for code, a in between.items() if code not in back.gone} | {a.item: a for a in back.written}
    kept = {code: a for code, a in answers.items() if code not in there.emptied}
    assert {code: after[code] for code in kept} == kept
    assert set(back.restored) == {code for code in there.gone if is_declared(before.item(code))}
