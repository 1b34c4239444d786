"""What is written as YAML reads back as the same document."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_assessment.document.yaml_text import yaml_of
from chamdiem_rules.canonical import canonical_json, fingerprint
from chamdiem_rules.document import load_json, load_yaml

ROOT = Path(__file__).parents[4]
FILES = sorted((ROOT / "examples" / "cycle-small").rglob("*.yaml"))
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
keys = st.sampled_from(["code", "max_score", "min", "Điều", "no", "null", "KS-CC", "1", "title", "", "levels", "x: y", "#"])
trees = st.recursive(
    st.none() | st.booleans() | texts | st.sampled_from(["0.5", "-1", "1.10", "007", "yes", "a.b", "no", "3"]),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(keys, children, max_size=4),
    max_leaves=25,
)


@pytest.mark.parametrize("file", [f for f in FILES if f.parent.name == "criteria"], ids=lambda f: f.name)
def test_an_example_set_keeps_its_fingerprint(file: Path) -> None:
    tree = load_yaml(file.read_text())
    assert fingerprint(load_yaml(yaml_of(orjson.loads(canonical_json(tree)), wrapped=True))) == fingerprint(tree)


def test_survey_forms_keep_their_fingerprint() -> None:
    tree = load_yaml((ROOT / "examples" / "cycle-small" / "survey-forms.yaml").read_text())
    assert fingerprint(load_yaml(yaml_of(orjson.loads(canonical_json(tree)), wrapped=False))) == fingerprint(tree)


@given(tree=st.dictionaries(keys, trees, max_size=5))
def test_any_tree_reads_back_as_itself(tree: dict[str, Any]) -> None:
    tree.pop("status", None)
    canonical = canonical_json(load_json(orjson.dumps(tree).decode()))
    assert canonical_json(load_yaml(yaml_of(orjson.loads(canonical), wrapped=False))) == canonical
