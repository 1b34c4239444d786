"""Reading criteria sets and forms, and every fault that refuses one (scoring-rules.md section 2)."""

import copy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chamdiem_rules.canonical import canonical_json
from chamdiem_rules.criteria_set import CriteriaSet, RankBy, SetRefused, faults_of, read_criteria_set
from chamdiem_rules.document import load_json, load_yaml
from chamdiem_rules.methods import Band, CountLevels
from chamdiem_rules.survey_forms import SurveyForms, faults_of_forms, read_survey_forms

DATA = Path(__file__).parents[3] / "data"
FORMS_YAML = """
scales:
  S: {options: [{value: 1, weight: 100, positive: true}, {value: 2, weight: 0}, {value: 0, excluded: true}]}
forms:
  - {code: F, assesses: [department], min_responses: 2,
     questions: [{code: Q1, scale: S}, {code: Q2, scale: S, scored: true}, {code: Q3, scale: null, scored: false}]}
"""
SET_YAML = """
criteria_set:
  code: T
  program: task_completion
  title: Bộ thử
  unit_types: [department]
  max_score: 12
  appraised_max: 11
  survey_max: 1
  score_decimals: 2
  appraisers: {SNV: {unit: snv}, STC: {unit: stc, title: Sở Tài chính}}
  fields:
    - code: "1"
      title: Một
      max_score: 7
      criteria:
        - code: "1.1"
          title: Nhánh
          max_score: 4
          sub_criteria:
            - {code: "1.1.1", title: a, max_score: 1, appraiser: SNV, self_scored: true, not_applicable_allowed: true, evidence: [x],
               scoring: {method: yes_no, options: [{id: y, score: 1}, {id: n, score: 0}]}}
            - {code: "1.1.2", title: b, max_score: 3, appraiser: STC, self_scored: true, not_applicable_allowed: true,
               scoring: {method: levels, input: percent, zero_denominator: not_applicable,
                         levels: [{id: b, min: 50, score: 3}, {id: a, below: 50, score: 0.5}]}}
        - {code: "1.2", title: c, max_score: 3, appraiser: SNV, self_scored: true,
           scoring: {method: levels, input: count, 
             levels: [{id: a, below: 1, score: 0}, {id: b, min: 1, below: 3, score: 1}, {id: c, min: 3, score: 3}]}}
    - code: "2"
      title: Hai
      max_score: 5
      criteria:
        - {code: "2.1", title: d, max_score: 1, self_scored: false,
           scoring: {method: survey, sources: [{form: F, questions: [Q1, Q2], weight: 1}]}}
        - {code: "2.2", title: e, max_score: 1,
           scoring: {method: ratio, auto_source: par_index.index_percent, denominator: {constant: 100}, floor: {below_percent: 50,
             score: 0}}}
        - {code: "2.3", title: f, max_score: 1, scoring: {method: levels, input: choice, auto_source: workflow.submission_delay,
             levels: [{id: a, score: 1}, {id: b, score: 0}], delay_bands: [{max_days: 0, level: a}, {max_days: null, level: b}]}}
        - {code: "2.4", title: g, max_score: 1, appraiser: SNV, self_scored: true,
           scoring: {method: deduction, start_score: 1, per_occurrence: 0.3}}
        - {code: "2.5", title: h, max_score: 1, appraiser: SNV, self_scored: true, not_applicable_allowed: false,
           scoring: {method: ratio, zero_denominator: zero}}
  adjustments:
    bonus_cap: 1
    deduction_cap: 2
    items:
      - {code: B1, kind: bonus, title: thưởng, per_occurrence: 0.5, cap: 1, appraiser: SNV, evidence: [x]}
      - {code: T1, kind: deduction, method: deduction, title: chậm, per_occurrence: 0.5, cap: 1, auto_source: workflow.submission_delay}
  classification:
    levels: [{code: LOW, title: thấp, min_percent: 0}, {code: HIGH, title: cao, min_percent: 80}]
    knock_out_conditions:
      - {code: K1, title: tay, max_level: LOW, check: manual}
      - {code: K2, title: máy, max_level: LOW, check: workflow.submission_delay > 10}
  ranking: {tie_rule: tie_break, tie_break_keys: [survey_score, field_2_score]}
"""
LEAF = ("criteria_set", "fields", 0, "criteria", 0, "sub_criteria", 0)
PERCENT = ("criteria_set", "fields", 0, "criteria", 0, "sub_criteria", 1)
COUNT = ("criteria_set", "fields", 0, "criteria", 1)
SURVEY, RATIO, DELAY, DEDUCTION, PLAIN_RATIO = (("criteria_set", "fields", 1, "criteria", i) for i in range(5))
LEVELS = ("criteria_set", "classification", "levels")
KNOCK_OUT = ("criteria_set", "classification", "knock_out_conditions", 0)
ITEM = ("criteria_set", "adjustments", "items", 0)
PERCENT_PLACE = "fields[0].criteria[0].sub_criteria[1].scoring"
DROP = object()

Edit = tuple[tuple[str | int, ...], Any]


SET = load_yaml(SET_YAML)
FORMS = read_survey_forms(load_yaml(FORMS_YAML))


def document() -> Any:
    return copy.deepcopy(SET)


def forms() -> SurveyForms:
    return FORMS


def edited(*edits: Edit) -> Any:
    tree = document()
    for path, value in edits:
        node = tree
        for step in path[:-1]:
            node = node[step]
        if value is DROP:
            del node[path[-1]]
        else:
            node[path[-1]] = load_yaml(value) if isinstance(value, str) else value
    return tree


def places(*edits: Edit) -> list[str]:
    return [fault.place for fault in faults_of(edited(*edits), forms()).faults]


def read(tree: Any = None) -> CriteriaSet:
    return read_criteria_set(tree or document(), forms())


def test_a_sound_set_is_read_with_its_defaults() -> None:
    findings = faults_of(document(), forms())
    assert (findings.faults, findings.warnings) == ((), ())
    s = read()
    assert [leaf.code for leaf in s.leaves] == ["1.1.1", "1.1.2", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5"]
    assert (s.rank_by, s.index_decimals, s.uses_par_index) == (RankBy.INDEX, 2, True)
    assert s.survey_forms == {"F"}
    assert [level.code for level in s.levels] == ["HIGH", "LOW"]
    assert s.knock_outs[0].appraiser == "SNV"
    assert isinstance(s.leaves[2].scoring, CountLevels)
    assert s.leaves[2].scoring.levels[0] == Band("a", "", Decimal(0), Decimal(0), Decimal(1))
    assert s.item("B1") is s.adjustments[0] and s.item("9") is None


def test_the_canonical_form_reads_as_the_same_set() -> None:
    for path in sorted((DATA / "criteria").glob("*.yaml")):
        tree = load_yaml(path.read_text("utf-8"))
        data_forms = read_survey_forms(load_yaml((DATA / "survey-forms.yaml").read_text("utf-8")))
        assert read_criteria_set(load_json(canonical_json(tree).decode()), data_forms) == read_criteria_set(tree, data_forms)


FAULTS: dict[str, tuple[list[Edit], str]] = {
    "sum of a criterion": ([((*LEAF, "max_score"), "1.5")], "fields[0].criteria[0].max_score"),
    "sum of a field": ([(("criteria_set", "fields", 0, "max_score"), "8")], "fields[0].max_score"),
    "sum of the set": ([(("criteria_set", "max_score"), "13"), (("criteria_set", "appraised_max"), "12")], "max_score"),
    "appraised and survey": ([(("criteria_set", "appraised_max"), "10")], "max_score"),
    "signed number": ([((*LEAF, "max_score"), "+1")], "fields[0].criteria[0].sub_criteria[0].max_score"),
    "number as word": ([((*LEAF, "max_score"), "1e0")], "fields[0].criteria[0].sub_criteria[0].max_score"),
    "seven digits": ([((*PERCENT, "scoring", "levels", 0, "min"), "50.0000001")], f"{PERCENT_PLACE}.levels[0].min"),
    "leaf code twice": ([((*PERCENT, "code"), '"1.1.1"')], "fields[0].criteria[0].sub_criteria[1]"),
    "adjustment code of a leaf": ([((*ITEM, "code"), '"1.2"')], "adjustments.items[0]"),
    "code as a number that changes": ([((*COUNT, "code"), "1.20")], "fields[0].criteria[1].code"),
    "no code": ([((*LEAF, "code"), DROP)], "fields[0].criteria[0].sub_criteria[0].code"),
    "unknown method": ([((*LEAF, "scoring", "method"), "magic")], "fields[0].criteria[0].sub_criteria[0].scoring.method"),
    "no scoring": ([((*LEAF, "scoring"), DROP)], "fields[0].criteria[0].sub_criteria[0].scoring"),
    "unknown input": ([((*PERCENT, "scoring", "input"), "guess")], f"{PERCENT_PLACE}.input"),
    "scoring on a branch": (
        [(("criteria_set", "fields", 0, "criteria", 0, "scoring"), "{method: survey}")],
        "fields[0].criteria[0].scoring",
    ),
    "unknown appraiser": ([((*LEAF, "appraiser"), "XYZ")], "fields[0].criteria[0].sub_criteria[0].appraiser"),
    "no appraiser": ([((*LEAF, "appraiser"), DROP)], "fields[0].criteria[0].sub_criteria[0].appraiser"),
    "appraiser on survey": ([((*SURVEY, "appraiser"), "SNV")], "fields[1].criteria[0].appraiser"),
    "appraiser on auto": ([((*RATIO, "appraiser"), "SNV")], "fields[1].criteria[1].appraiser"),
    "self-scored survey": ([((*SURVEY, "self_scored"), "true")], "fields[1].criteria[0].self_scored"),
    "self_scored not said": ([((*LEAF, "self_scored"), DROP)], "fields[0].criteria[0].sub_criteria[0].self_scored"),
    "self_scored as text": ([((*LEAF, "self_scored"), "yes")], "fields[0].criteria[0].sub_criteria[0].self_scored"),
    "unknown form": ([((*SURVEY, "scoring", "sources", 0, "form"), "G")], "fields[1].criteria[0].scoring.sources[0].form"),
    "unknown question": (
        [((*SURVEY, "scoring", "sources", 0, "questions"), "[Q1, Q9]")],
        "fields[1].criteria[0].scoring.sources[0].questions[1]",
    ),
    "open question": ([((*SURVEY, "scoring", "sources", 0, "questions"), "[Q3]")], "fields[1].criteria[0].scoring.sources[0].questions[0]"),
    "weight 0": ([((*SURVEY, "scoring", "sources", 0, "weight"), "0")], "fields[1].criteria[0].scoring.sources[0].weight"),
    "weights above 1": ([((*SURVEY, "scoring", "sources", 0, "weight"), "1.1")], "fields[1].criteria[0].scoring.sources"),
    "unknown conversion": ([((*SURVEY, "scoring", "conversion"), "median")], "fields[1].criteria[0].scoring.conversion"),
    "option twice": ([((*LEAF, "scoring", "options", 1, "id"), "y")], "fields[0].criteria[0].sub_criteria[0].scoring.options[1]"),
    "no options": ([((*LEAF, "scoring", "options"), "[]")], "fields[0].criteria[0].sub_criteria[0].scoring.options"),
    "score above max": (
        [((*LEAF, "scoring", "options", 0, "score"), "1.01")],
        "fields[0].criteria[0].sub_criteria[0].scoring.options[0].score",
    ),
    "score below 0": (
        [((*LEAF, "scoring", "options", 1, "score"), "-1")],
        "fields[0].criteria[0].sub_criteria[0].scoring.options[1].score",
    ),
    "gap": ([((*PERCENT, "scoring", "levels", 0, "min"), "50.25")], f"{PERCENT_PLACE}.levels[0]"),
    "gap from 0": ([((*PERCENT, "scoring", "levels", 1, "min"), "1")], f"{PERCENT_PLACE}.levels[1]"),
    "overlap": ([((*PERCENT, "scoring", "levels", 0, "min"), "49.75")], f"{PERCENT_PLACE}.levels[0]"),
    "an end above": ([((*PERCENT, "scoring", "levels", 0, "below"), "200")], f"{PERCENT_PLACE}.levels"),
    "two without end": ([((*PERCENT, "scoring", "levels", 1, "below"), DROP)], f"{PERCENT_PLACE}.levels[0]"),
    "empty level": ([((*PERCENT, "scoring", "levels", 1, "below"), "0")], f"{PERCENT_PLACE}.levels[1]"),
    "gap between counts": ([((*COUNT, "scoring", "levels", 1, "min"), "1.5")], "fields[0].criteria[1].scoring.levels[1]"),
    "zero_denominator unsaid": ([((*PERCENT, "scoring", "zero_denominator"), DROP)], f"{PERCENT_PLACE}.zero_denominator"),
    "not applicable not allowed": ([((*PERCENT, "not_applicable_allowed"), "false")], f"{PERCENT_PLACE}.zero_denominator"),
    "floor above max": ([((*RATIO, "scoring", "floor", "score"), "2")], "fields[1].criteria[1].scoring.floor.score"),
    "constant 0": ([((*RATIO, "scoring", "denominator", "constant"), "0")], "fields[1].criteria[1].scoring.denominator.constant"),
    "auto ratio without constant": (
        [((*RATIO, "scoring", "denominator"), DROP), ((*RATIO, "scoring", "zero_denominator"), "zero")],
        "fields[1].criteria[1].scoring.auto_source",
    ),
    "unknown auto_source": ([((*RATIO, "scoring", "auto_source"), "moon.phase")], "fields[1].criteria[1].scoring.auto_source"),
    "auto_source of no use": (
        [((*DELAY, "scoring", "auto_source"), "par_index.index_percent")],
        "fields[1].criteria[2].scoring.auto_source",
    ),
    "delay level unknown": ([((*DELAY, "scoring", "delay_bands", 0, "level"), "z")], "fields[1].criteria[2].scoring.delay_bands[0].level"),
    "delay without end": ([((*DELAY, "scoring", "delay_bands", 1, "max_days"), "9")], "fields[1].criteria[2].scoring.delay_bands"),
    "start above max": ([((*DEDUCTION, "scoring", "start_score"), "1.5")], "fields[1].criteria[3].scoring.start_score"),
    "least above start": ([((*DEDUCTION, "scoring", "min_score"), "1.5")], "fields[1].criteria[3].scoring.min_score"),
    "per_occurrence negative": ([((*DEDUCTION, "scoring", "per_occurrence"), "-0.5")], "fields[1].criteria[3].scoring.per_occurrence"),
    "adjustment kind": ([((*ITEM, "kind"), "gift")], "adjustments.items[0].kind"),
    "adjustment method": ([((*ITEM, "method"), "deduction")], "adjustments.items[0].method"),
    "adjustment appraiser": ([((*ITEM, "appraiser"), "XYZ")], "adjustments.items[0].appraiser"),
    "cap unsaid": ([((*ITEM, "cap"), DROP)], "adjustments.items[0].cap"),
    "bonus_cap unsaid": ([(("criteria_set", "adjustments", "bonus_cap"), DROP)], "adjustments.bonus_cap"),
    "no level at 0": ([((*LEVELS, 0, "min_percent"), "1")], "classification.levels"),
    "two levels at the same": ([((*LEVELS, 1, "min_percent"), "0.0")], "classification.levels[1].min_percent"),
    "no levels": ([(LEVELS, DROP)], "classification.levels"),
    "check unreadable": ([((*KNOCK_OUT, "check"), "workflow.submission_delay = 10")], "classification.knock_out_conditions[0].check"),
    "check of an unknown name": ([((*KNOCK_OUT, "check"), "moon.phase > 1")], "classification.knock_out_conditions[0].check"),
    "max_level unknown": ([((*KNOCK_OUT, "max_level"), "MID")], "classification.knock_out_conditions[0].max_level"),
    "knock-out appraiser": ([((*KNOCK_OUT, "appraiser"), "XYZ")], "classification.knock_out_conditions[0].appraiser"),
    "tie key unknown": ([(("criteria_set", "ranking", "tie_break_keys"), "[field_9_score]")], "ranking.tie_break_keys[0]"),
    "tie rule unknown": ([(("criteria_set", "ranking", "tie_rule"), "dice")], "ranking.tie_rule"),
    "rank_by unknown": ([(("criteria_set", "ranking", "rank_by"), "name")], "ranking.rank_by"),
    "program unknown": ([(("criteria_set", "program"), "sport")], "program"),
    "score_decimals 7": ([(("criteria_set", "score_decimals"), "7")], "score_decimals"),
    "no unit types": ([(("criteria_set", "unit_types"), "[]")], "unit_types"),
    "rounding": ([(("criteria_set", "rounding"), "half_even")], "rounding"),
    "set code with a path": ([(("criteria_set", "code"), '"a/b"')], "code"),
    "appraiser without unit": ([(("criteria_set", "appraisers", "STC"), "{title: x}")], "appraisers.STC.unit"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_by_its_place(name: str) -> None:
    edits, place = FAULTS[name]
    assert place in places(*edits)
    with pytest.raises(SetRefused):
        read(edited(*edits))


def test_all_faults_are_named_at_once() -> None:
    edits = [edit for name in ("unknown appraiser", "gap", "check unreadable", "weight 0") for edit in FAULTS[name][0]]
    assert places(*edits) == [FAULTS[name][1] for name in ("unknown appraiser", "gap", "weight 0", "check unreadable")]


@pytest.mark.parametrize(
    "text", ["", "[]", "criteria_set: 5", "criteria_set: []", "5", "criteria_set: {}", "criteria_set: {fields: [5, {criteria: [a]}]}"]
)
def test_no_shape_of_document_breaks_the_reader(text: str) -> None:
    assert faults_of(load_yaml(text), None).faults


def test_every_node_replaced_by_another_kind_is_a_fault_or_harmless_but_never_a_crash() -> None:
    paths: list[tuple[str | int, ...]] = []

    def walk(node: Any, path: tuple[str | int, ...]) -> None:
        paths.append(path)
        for key, member in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
            walk(member, (*path, key))

    walk(document(), ())
    for path in paths[1:]:
        for value in ("null", "[1]", "{a: 1}", "x", "-1", "true", DROP):
            findings = faults_of(edited((path, value)), forms())
            assert all(fault.message for fault in (*findings.faults, *findings.warnings))


def test_unknown_keys_and_unused_tie_break_keys_only_warn() -> None:
    ranking = (("criteria_set", "ranking"), "{tie_rule: shared_rank_gap, tie_break_keys: [field_9_score]}")
    findings = faults_of(edited(((*LEAF, "colour"), "red"), ranking), forms())
    assert findings.faults == ()
    assert [w.place for w in findings.warnings] == ["fields[0].criteria[0].sub_criteria[0].colour", "ranking.tie_break_keys[0]"]


def test_a_par_set_cannot_lean_on_its_own_index() -> None:
    found = places((("criteria_set", "program"), "par_index"))
    assert found == ["fields[1].criteria[1].scoring.auto_source"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        (lambda d: d["forms"][0]["questions"][0].update(scale="Z"), "forms[0].questions[0].scale"),
        (lambda d: d["forms"][0]["questions"][0].update(code="Q2"), "forms[0].questions[1]"),
        (lambda d: d["forms"][0]["questions"][2].update(scored=True), "forms[0].questions[2].scored"),
        (lambda d: d["forms"].append(d["forms"][0]), "forms[1]"),
        (lambda d: d["scales"]["S"]["options"][0].update(weight="101"), "scales.S.options[0].weight"),
        (lambda d: d["scales"]["S"]["options"][0].pop("weight"), "scales.S.options[0].weight"),
        (lambda d: d["scales"]["S"]["options"][1].update(value="1"), "scales.S.options[1]"),
        (lambda d: d["forms"][0].update(min_responses="2.5"), "forms[0].min_responses"),
        (lambda d: d.update(conversion={"default": "median"}), "conversion.default"),
        (lambda d: d.pop("forms"), "forms"),
    ],
)
def test_a_fault_of_the_survey_forms_is_named_by_its_place(change: Callable[[Any], Any], place: str) -> None:
    tree = copy.deepcopy(load_yaml(FORMS_YAML))
    change(tree)
    assert place in [fault.place for fault in faults_of_forms(tree).faults]
    with pytest.raises(SetRefused):
        read_survey_forms(tree)
