"""Texts and file names within the platform's limits."""

import unicodedata

import pytest

from chamdiem_rules.refusal import Refused
from chamdiem_rules.text import clean_file_name, clean_text, is_blank, is_storable


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "a/b.pdf", "a\\b.pdf", "a\0.pdf", "a\n.pdf", "a\x7f.pdf", "a\x9f.pdf", "a" * 252 + ".pdf", "ế" * 84 + ".pdf", "\ud800"],
)
def test_an_unsafe_name_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refused:
        clean_file_name(name)
    assert (refused.value.code, refused.value.column) == ("unsafe-name", "evidence")


@pytest.mark.parametrize(
    "name", ["a" * 251 + ".pdf", "ế" * 83 + ".docx", "kết quả 📈.pdf", "👨‍👩‍👧.png", "...", ".pdf", "Báo cáo; số 1 (đã ký).pdf"]
)
def test_accents_and_emoji_are_taken_and_kept_as_nfc(name: str) -> None:
    assert clean_file_name(unicodedata.normalize("NFD", name)) == unicodedata.normalize("NFC", name)


def test_a_text_is_measured_in_code_points_after_nfc() -> None:
    full = "ế" * 10_000
    assert clean_text(unicodedata.normalize("NFD", full), "explanation") == full
    with pytest.raises(Refused) as refused:
        clean_text(full + "a", "explanation")
    assert (refused.value.code, refused.value.column) == ("text-too-long", "explanation")


@pytest.mark.parametrize("text", ["a\0b", "a\udc00"])
def test_what_cannot_be_stored_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        clean_text(text, "reason")
    assert refused.value.code == "value-not-allowed"


def test_blanks_of_any_kind_are_no_text() -> None:
    assert is_blank(" \t\n\u00a0\u3000") and not is_blank(" x ")


@pytest.mark.parametrize(("text", "storable"), [("Số 1", True), ("", True), ("a\0", False), ("\ud800", False), ("a\udc00b", False)])
def test_a_text_with_nul_or_half_a_character_is_not_storable(text: str, storable: bool) -> None:
    assert is_storable(text) is storable
