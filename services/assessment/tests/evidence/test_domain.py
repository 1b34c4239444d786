"""Which files may be announced."""

import pytest

from chamdiem_assessment.evidence.domain import MAX_SIZE_BYTES, announce
from chamdiem_rules.refusal import Refused


@pytest.mark.parametrize("name", ["a.pdf", "Ảnh hiện trường.JPG", "kết quả 📈.pdf", "b.c.DOCX", "x.mp4"])
def test_names_of_the_types_taken_are_good_whatever_their_case(name: str) -> None:
    assert announce(name, 1) == name


def test_a_name_is_kept_in_nfc() -> None:
    assert announce("e\u0301.pdf", 1) == "é.pdf"


@pytest.mark.parametrize("name", ["../a.pdf", "a/b.pdf", "a\\b.pdf", "a\x00.pdf", "a\n.pdf", "..", "", "é" * 126 + ".pdf"])
def test_a_name_that_could_do_harm_is_unsafe(name: str) -> None:
    with pytest.raises(Refused) as refused:
        announce(name, 1)
    assert refused.value.code == "unsafe-name"


@pytest.mark.parametrize("name", ["kịch bản.pdf.html", "cài đặt.exe", "pdf", ".pdf", "a.", "a.zip"])
def test_another_type_by_name_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refused:
        announce(name, 1)
    assert (refused.value.code, refused.value.column) == ("evidence-refused", "name")


@pytest.mark.parametrize(
    ("size", "taken"), [(0, False), (-1, False), (1, True), (MAX_SIZE_BYTES, True), (MAX_SIZE_BYTES + 1, False), (10**400, False)]
)
def test_a_file_has_from_one_byte_to_twenty_mebibytes(size: int, taken: bool) -> None:
    if taken:
        assert announce("a.pdf", size) == "a.pdf"
    else:
        with pytest.raises(Refused, match="evidence-refused"):
            announce("a.pdf", size)
