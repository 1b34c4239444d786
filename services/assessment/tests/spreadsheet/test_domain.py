"""Lines of a table as the rules judge them."""

import pytest
from services.assessment.tests.sheets import a_wide_set

from chamdiem_assessment.sheet.answer import Given
from chamdiem_assessment.spreadsheet.columns import COLUMNS, TYPED, how_to_declare, items_to_declare, options_of, used_by
from chamdiem_assessment.spreadsheet.domain import LONGEST_CELL, given_of, plain_number
from chamdiem_rules.criteria_set import read_criteria_set
from chamdiem_rules.document import load_yaml
from chamdiem_rules.refusal import Refused

SET = read_criteria_set(load_yaml(a_wide_set()), None)


def given(**cells: str) -> Given | None:
    return given_of(SET, {name: "" for name in COLUMNS} | cells, COLUMNS, None)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1.260,5", "1260.5"),
        ("1.260", "1260"),
        ("1\u00a0260,5", "1260.5"),
        ("12,5", "12.5"),
        ("0.5", "0.5"),
        ("0,125", "0.125"),
        ("1.2.3", "1.2.3"),
        ("1,2,3", "1,2,3"),
        ("mười", "mười"),
    ],
)
def test_numbers_are_read_as_people_in_vietnam_write_them(words: str, number: str) -> None:
    assert plain_number(words) == number


def test_an_option_is_chosen_by_its_words_or_its_id() -> None:
    for words in ("Có", "  có ", "co", "CO"):
        line = given(item="1.1", option=words)
        assert line is not None
        assert line.option == "co"
    with pytest.raises(Refused) as refused:
        given(item="1.1", option="Có lẽ")
    assert (refused.value.code, refused.value.column, "Có; Không" in refused.value.detail) == ("unknown-option", "option", True)


@pytest.mark.parametrize(("words", "claims"), [("x", True), ("X", True), ("có", True), ("không", False), ("0", False)])
def test_a_claim_is_a_cross(words: str, claims: bool) -> None:
    line = given(item="1.2.1", not_applicable=words, explanation="Không phát sinh")
    assert line is not None
    assert line.not_applicable is claims


def test_a_line_that_says_nothing_is_passed_over_and_one_of_an_unknown_item_is_not() -> None:
    assert given(item="1.1", title="Kế hoạch", self_score="2") is None
    with pytest.raises(Refused, match="unknown-item"):
        given(item="9.9", count="1")
    with pytest.raises(Refused, match="text-too-long"):
        given(item="1.1", explanation="x" * LONGEST_CELL)


def test_text_alone_is_kept_though_the_value_is_still_to_come() -> None:
    line = given(item="1.2.1", explanation="Đang chờ số liệu")
    assert line is not None
    assert line.unfinished
    assert not (given(item="1.2.1", numerator="1") or line).unfinished


def test_every_item_says_what_to_fill_in_and_uses_known_columns() -> None:
    items = items_to_declare(SET)
    assert [i.code for i in items] == ["1.1", "1.2.1", "1.2.2", "2.1", "B1"]
    assert all(how_to_declare(i).endswith(".") for i in items)
    assert all(set(used_by(i)) <= set(TYPED) for i in items)
    assert [bool(options_of(i)) for i in items] == [True, False, False, False, False]
