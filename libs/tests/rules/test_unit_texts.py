"""Codes, names and groups of units as they are kept."""

import pytest

from chamdiem_rules.refusal import Refused
from chamdiem_rules.unit_texts import CODE_LIMIT_BYTES, NAME_LIMIT, clean_code, clean_group, clean_unit_name


def test_a_group_may_have_a_slash_and_a_code_may_not() -> None:
    assert clean_group("Đồng bằng/ven biển", "ranking_group") == "Đồng bằng/ven biển"
    for code in ("a/b", "a\\b"):
        with pytest.raises(Refused) as refused:
            clean_code(code, "code")
        assert (refused.value.code, refused.value.column) == ("value-not-allowed", "code")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *(("", "value-missing"), (" \t", "value-missing"), ("a\nb", "value-not-allowed"), ("a\0", "value-not-allowed")),
        *(("x" * (CODE_LIMIT_BYTES + 1), "text-too-long"), ("ế" * (CODE_LIMIT_BYTES // 3 + 1), "text-too-long")),
    ],
)
def test_a_code_is_one_line_that_a_file_can_be_named_by(text: str, code: str) -> None:
    for clean in (clean_code, clean_group):
        with pytest.raises(Refused) as refused:
            clean(text, "code")
        assert refused.value.code == code


def test_a_name_is_kept_in_nfc_up_to_its_limit() -> None:
    assert clean_unit_name("So\u031b\u0309", "name") == "Sở"
    assert clean_unit_name("ế" * NAME_LIMIT, "name") == "ế" * NAME_LIMIT
    with pytest.raises(Refused) as refused:
        clean_unit_name("x" * (NAME_LIMIT + 1), "name")
    assert refused.value.code == "text-too-long"
