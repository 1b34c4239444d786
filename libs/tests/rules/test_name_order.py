"""Vietnamese name order (scoring-rules.md section 7)."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.name_order import name_sort_key

NAMES = st.text(alphabet="aăâbdđeêoôơuưAĂĐáàảãạấậ Z9-(.", max_size=8)
ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]


def slow_key(name: str) -> tuple[list[tuple[int, int]], list[int], list[bool]]:
    """The rule as it reads, letter by letter."""
    letters: list[tuple[int, int]] = []
    tones, uppers = [], []
    for character in unicodedata.normalize("NFC", name):
        bare, tone = character, 0
        for place, mark in enumerate(TONES[1:], 1):
            if mark in unicodedata.normalize("NFD", character):
                bare, tone = unicodedata.normalize("NFC", unicodedata.normalize("NFD", character).replace(mark, "")), place
        kind = 0 if bare == " " else 2 if bare.isdigit() else 3 if bare.lower() in ALPHABET else 1
        letters.append((kind, ALPHABET.index(bare.lower()) if kind == 3 else ord(bare)))
        tones.append(tone)
        uppers.append(bare != bare.lower())
    return letters, tones, uppers


@given(NAMES, NAMES)
def test_names_compare_as_the_rule_reads(one: str, other: str) -> None:
    first, second = (*slow_key(one), "x"), (*slow_key(other), "x")
    assert (name_sort_key(one, "x") < name_sort_key(other, "x")) == (first < second)


@pytest.mark.parametrize(
    "ordered",
    [
        ["Ban Trung", "Ban Trùng", "Ban Trủng", "Ban Trũng", "Ban Trúng", "Ban Trụng", "Ban Trưng"],
        ["Trung tâm ma vân", "Trung tâm Ma vân", "Trung tâm Mà Vân", "Trung tâm Mã vân", "Trung tâm Mã Vân", "Trung tâm Mạ vân"],
        ["Hoa", "Hoà", "Hòa", "Hỏa", "Hóa"],
        ["Đ", "E"],
        ["D", "Đ"],
        ["A", "Ă", "Â", "B"],
        ["O", "Ô", "Ơ", "P"],
        ["U", "Ư", "V"],
        ["Sở", "Sở Y tế", "Sở-Y", "Sở1", "Sởa"],
        ["Huyện 1", "Huyện 10", "Huyện 2", "Huyện A"],
        ["a(", "a-", "a.", "a0"],
    ],
)
def test_names_stand_in_vietnamese_order(ordered: list[str]) -> None:
    assert sorted(reversed(ordered), key=lambda name: name_sort_key(name, "")) == ordered
    assert all(name_sort_key(a, "z") < name_sort_key(b, "a") for a, b in pairwise(ordered))


def test_equal_names_stand_by_unit_code_and_nfd_is_the_same_name() -> None:
    assert name_sort_key("Sở Y tế", "a") < name_sort_key("Sở Y tế", "b")
    assert name_sort_key(unicodedata.normalize("NFD", "Ủy ban Ấp"), "a") == name_sort_key("Ủy ban Ấp", "a")
