"""Documents read as text-exact trees, and hostile ones refused (cycle-folder.md; scoring-rules.md section 2)."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem_rules.document import MAX_DEPTH, DocumentFault, Node, Number, load_json, load_yaml

BOMB = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 10)}]\n" for i in range(9)
)


@pytest.mark.parametrize("text", ["0", "5", "-5", "+5", "007", "0.50", "1234567890123456789.0"])
def test_a_plain_decimal_is_a_number_with_its_text(text: str) -> None:
    assert load_yaml(f"a: {text}") == {"a": Number(text)}


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "off", "y", "1e3", "0x1F", "0o17", ".5", "5.", ".inf", ".nan", "1_000", "2022-01-31", "12:30:45", "<<"]
)
def test_what_yaml_1_1_would_convert_stays_text(text: str) -> None:
    assert load_yaml(f"a: {text}") == {"a": text}


def test_core_schema_and_quotes_decide_what_is_text() -> None:
    tree = load_yaml(
        """{a: null, b: ~, c: , d: true, e: False, f: "5", g: '5', h: !!str 5, i: "true", 5: k, 05.10: l, true: m, j: |\n  5\n}""".replace(
            ", j: |\n  5\n", ""
        )
    )
    assert tree == {
        **{"a": None, "b": None, "c": None, "d": True, "e": False, "f": "5", "g": "5", "h": "5", "i": "true"},
        **{"5": "k", "5.1": "l", "true": "m"},
    }
    assert load_yaml("j: |\n  5\n") == {"j": "5\n"}
    assert load_yaml("\ufeffa: !!int 5") == {"a": Number("5")}
    assert load_yaml("e\u0301: e\u0302") == {"é": "ê"}


def test_a_small_alias_is_written_out() -> None:
    assert load_yaml("a: &x {b: 1}\nc: *x\n") == {"a": {"b": Number("1")}, "c": {"b": Number("1")}}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\na: 2\n", 2),
        ("a: {b: 1, 'b': 2}\n", 1),
        ("1: a\n01.0: b\n", 2),
        ("é: 1\ne\u0301: 2\n", 2),
        ("a: !!python/object/apply:os.system ['true']\n", 1),
        ("a: !!python/name:os.system\n", 1),
        ("a: !!set {x}\n", 1),
        ("a: !custom 1\n", 1),
        (BOMB, 0),
        ("a: &a [*a]\n", 1),
        ("a: *b\n", 1),
        ("[" * 200 + "]" * 200, 1),
        ("a: [1, 2\nb: 3\n", 0),
        ("a: 'x\n", 0),
        ("a: 1\n---\nb: 2\n", 0),
        ("? [a, b]\n: 1\n", 1),
        ("a:\n\t- b\n", 2),
        ('a: "\\0"\n', 1),
        ("a: b\x01\n", 0),
        ("%BAD\n---\na: : b: c\n", 0),
    ],
)
def test_a_hostile_or_broken_yaml_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(DocumentFault) as fault:
        load_yaml(text)
    assert fault.value.message
    assert line in (0, fault.value.line)


def test_a_fault_names_its_place() -> None:
    with pytest.raises(DocumentFault) as fault:
        load_yaml("fields:\n  - criteria:\n      - code: a\n        code: b\n")
    assert (fault.value.place, fault.value.line) == ("fields[0].criteria[0]", 4)


def test_a_long_document_is_refused() -> None:
    for load in (load_yaml, load_json):
        with pytest.raises(DocumentFault, match="quá dài"):
            load("#" * 4_000_001)


@pytest.mark.parametrize(
    "text",
    [
        *(
            '{"a": 1, "a": 2}',
            '{"\\u00e9": 1, "e\\u0301": 2}',
            "[NaN]",
            "[Infinity]",
            "[-Infinity]",
            "[1,]",
            "{'a': 1}",
            "",
            "[1] 2",
            "[01]",
        ),
        *(
            "[" * 10_000 + "]" * 10_000,
            '{"a":' * 10_000,
            "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1),
            '["\\ud800"]',
            '["\\u0000"]',
            '["\n"]',
        ),
    ],
)
def test_hostile_or_broken_json_is_refused(text: str) -> None:
    with pytest.raises(DocumentFault):
        load_json(text)


@pytest.mark.parametrize("text", ['"' + '\\"' * 1_900_000, '"' + '\\"' * 1_900_000 + "\\", "[" * 4_000_000, "[" + '"",' * 1_000_000])
def test_a_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    for load in (load_yaml, load_json):
        with pytest.raises(DocumentFault):
            load(text)


def test_json_gives_the_same_tree_as_yaml() -> None:
    text = '{"a": [1.50, -0, null, true, "5", {"b]": "[[\\"{"}]}'
    assert load_json(text) == {"a": [Number("1.50"), Number("-0"), None, True, "5", {"b]": '[["{'}]}
    assert load_json("[1e400]") == [Number("1e400")]
    assert load_json("[" * MAX_DEPTH + "]" * MAX_DEPTH)


plain_trees: st.SearchStrategy[Node] = st.recursive(
    st.none() | st.booleans() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé", max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(plain_trees)
def test_json_text_survives_up_to_nfc(tree: Node) -> None:
    read = load_json(json.dumps(tree))
    assert load_json(json.dumps(read)) == read
