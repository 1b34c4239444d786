"""Fingerprints: those of the province's files, and the canonical form behind them (scoring-rules.md section 2)."""

from pathlib import Path

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.canonical import canonical_json, fingerprint
from chamdiem_rules.document import Number, load_json, load_yaml

DATA = Path(__file__).parents[3] / "data"
EXPECTED = dict(line.split() for line in (DATA / "fingerprints.txt").read_text().splitlines())
FILES = [*sorted((DATA / "criteria").glob("*.yaml")), DATA / "survey-forms.yaml"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_fingerprints_of_the_data_are_met(path: Path) -> None:
    document = load_yaml(path.read_text("utf-8"))
    assert isinstance(document, dict)
    inner = document.get("criteria_set")
    code = inner["code"] if isinstance(inner, dict) else "SURVEY-FORMS"
    assert fingerprint(document) == EXPECTED[str(code)]
    assert fingerprint(load_json(canonical_json(document).decode())) == EXPECTED[str(code)]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("0.50", "0.5"),
        ("3.000", "3"),
        ("+5", "5"),
        ("007", "7"),
        ("000", "0"),
        ("0.0", "0"),
        ("-1.50", "-1.5"),
        ("00.10", "0.1"),
        ("1e400", "1e400"),
    ],
)
def test_a_decimal_has_one_canonical_text(written: str, canonical: str) -> None:
    assert Number(written).canonical == canonical


def test_ways_of_writing_do_not_change_the_fingerprint_but_values_do() -> None:
    one = load_yaml("schema_version: 1\ncriteria_set: {code: A, max: 0.50, status: draft, x: [true, null, yes]}")
    other = load_yaml("criteria_set:\n  x:\n    - true\n    - ~\n    - 'yes'\n  max: '0.5'\n  code: \"A\"\n  status: published\n")
    assert fingerprint(one) == fingerprint(other)
    assert canonical_json(one) == b'{"code":"A","max":"0.5","x":[true,null,"yes"]}'
    assert fingerprint(one) != fingerprint(load_yaml("criteria_set: {code: A, max: 0.51, x: [true, null, yes]}"))


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@given(
    st.recursive(
        st.none() | st.booleans() | texts, lambda i: st.lists(i, max_size=4) | st.dictionaries(texts, i, max_size=5), max_leaves=15
    )
)
def test_the_form_is_rfc_8785(tree: object) -> None:
    assert canonical_json({"x": tree}) == rfc8785.dumps({"x": tree})  # type: ignore[dict-item]  # a tree of plain values
