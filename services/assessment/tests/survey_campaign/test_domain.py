"""Judging lines of totals, whatever they are."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from services.assessment.tests.world import FORMS

from chamdiem_assessment.survey_campaign.domain import Campaign, CampaignForm, Entered, GivenTotal, Judging, judge_totals
from chamdiem_rules.document import load_yaml
from chamdiem_rules.survey_forms import read_survey_forms

_FORMS = read_survey_forms(load_yaml(FORMS))
_NOBODY = UUID(int=0)
_LINES = st.lists(
    st.builds(
        GivenTotal,
        unit_code=st.sampled_from(["a", "b", "x"]),
        form=st.sampled_from(["F1", "F2", "F3"]),
        question=st.sampled_from(["Q1", "Q2", "Q9"]),
        option=st.sampled_from(["0", "1", "2", "3"]),
        count=st.integers(0, 6).map(str) | st.text(max_size=3),
    ),
    max_size=30,
)


def judging(valid: dict[tuple[str, str], int]) -> Judging:
    forms = tuple(CampaignForm(code, None, None, 1) for code in ("F1", "F2"))
    campaign = Campaign(_NOBODY, _NOBODY, (), None, None, None, forms, 1)
    return Judging(campaign, _FORMS, {"a": "department", "b": "district"}, Entered(valid=dict(valid)))


@given(lines=_LINES, bound=st.integers(0, 10))
def test_every_line_is_kept_or_refused_and_no_question_exceeds_its_bound(lines: list[GivenTotal], bound: int) -> None:
    good, refused = judge_totals(judging({("F1", "a"): bound}), lines)
    assert len(good) + len(refused) == len(lines)
    assert [index for index, _ in refused] == sorted({index for index, _ in refused})
    keys = [(line.form, line.unit_code, line.question, line.option) for line in good]
    assert len(set(keys)) == len(keys)
    for question in ("Q1", "Q2"):
        assert sum(line.count for line in good if (line.form, line.unit_code, line.question) == ("F1", "a", question)) <= bound


@given(lines=_LINES, cut=st.integers(0, 30))
def test_two_batches_keep_what_one_batch_keeps(lines: list[GivenTotal], cut: int) -> None:
    whole, _ = judge_totals(judging({("F1", "a"): 7}), lines)
    halves = judging({("F1", "a"): 7})
    first, _ = judge_totals(halves, lines[:cut])
    second, _ = judge_totals(halves, lines[cut:])
    assert first + second == whole
