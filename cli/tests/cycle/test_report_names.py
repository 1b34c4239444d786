"""Places of reports."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from chamdiem.cycle.report_names import appraisal_record, ranking_table, safe_name, self_assessment_report

codes = st.text(st.one_of(st.sampled_from("/\\.%: \n\x00đ"), st.characters(codec="utf-8")), max_size=400)


def test_ordinary_codes_stand_as_they_are() -> None:
    assert str(self_assessment_report("PAR-SO-2021-B", "so-noi-vu", "pdf")) == "PAR-SO-2021-B/so-noi-vu-self-assessment.pdf"
    assert str(appraisal_record("PAR-SO-2021-B", "Sở Nội vụ", "docx")) == "PAR-SO-2021-B/Sở Nội vụ-appraisal.docx"
    assert str(ranking_table("par_index", "nhóm 1.a", "xlsx")) == "par_index-nhóm 1.a-ranking.xlsx"


@given(code=codes)
def test_no_code_leads_out_of_the_folder_or_is_too_long_for_a_disk(code: str) -> None:
    name = safe_name(code)
    assert Path(name).parts == (name,) and name not in (".", "..")
    assert len(name.encode()) + len("-self-assessment.docx") <= 255
    assert not any(c in name for c in '\0\n\x7f/\\:*?"<>|')


@given(one=codes, other=codes)
def test_different_codes_have_different_names(one: str, other: str) -> None:
    assert (safe_name(one) == safe_name(other)) == (one == other)


def test_codes_that_differ_only_in_their_end_or_in_an_escape_have_different_names() -> None:
    assert len({safe_name(c) for c in ("a" * 300, "a" * 301, "a/b", "a%2Fb", "", "%", ".", "..", "%2E")}) == 9
