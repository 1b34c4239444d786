"""Every refusal has a Vietnamese title."""

import re
from pathlib import Path

import pytest

from chamdiem_rules.refusal import TITLES, Refused

PAGE = (Path(__file__).parents[3] / "docs" / "design" / "cycle-folder.md").read_text("utf-8")


def test_every_type_of_rejected_csv_has_a_title() -> None:
    listed = PAGE.partition("Types in `rejected.csv`")[2].partition("More may exist")[0]
    codes = {code for code in re.findall(r"`([a-z]+(?:-[a-z]+)*)`", listed) if code not in ("valid",)}
    assert len(codes) > 30
    assert codes <= set(TITLES)


def test_a_refusal_carries_its_code_advice_and_column() -> None:
    refused = Refused("not-a-number", "Hãy nhập số.", "count")
    assert (refused.code, refused.detail, refused.column, refused.title) == (
        "not-a-number",
        "Hãy nhập số.",
        "count",
        TITLES["not-a-number"],
    )
    with pytest.raises(KeyError):
        _ = Refused("no-such-code", "").title
