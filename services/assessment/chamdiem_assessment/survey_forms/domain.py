"""Judging survey forms, and what one version says otherwise than another."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chamdiem_assessment.document.domain import code_faults
from chamdiem_rules.document import Node
from chamdiem_rules.fault import Findings
from chamdiem_rules.survey_forms import SurveyForms, faults_of_forms, read_survey_forms

_NAMES = ("code", "value")


@dataclass(frozen=True)
class Change:
    """One place that differs, such as `forms[KS-CC].questions[Q1].text`; None where there is nothing in that version."""

    place: str
    before: Any
    after: Any


@dataclass(frozen=True)
class FormWords:
    """What a form's document says to respondents beside the questions; `optional` are questions that may be left out."""

    group: str = ""
    group_title: str = ""
    screening: str = ""
    optional: frozenset[str] = frozenset()


def words_of(document: Mapping[str, Any]) -> dict[str, FormWords]:
    """By form code; what the rules do not read is read leniently, since versions were published without anybody looking at it."""
    titles = {str(g.get("code")): str(g.get("title", "")) for g in _mappings(document.get("respondent_groups"))}
    found = {}
    for form in _mappings(document.get("forms")):
        group = str(form.get("respondent_group") or "")
        optional = frozenset(str(q.get("code")) for q in _mappings(form.get("questions")) if q.get("required") is False)
        found[str(form.get("code"))] = FormWords(group, titles.get(group, ""), str(form.get("screening") or ""), optional)
    return found


def _mappings(node: Any) -> Iterator[Mapping[str, Any]]:
    yield from (member for member in (node if isinstance(node, list) else ()) if isinstance(member, Mapping))


def judge_forms(tree: Node) -> Findings:
    """Every fault and warning of a document of survey forms (rules §2)."""
    found = faults_of_forms(tree)
    return found if found.faults else Findings(code_faults(_codes(read_survey_forms(tree))), found.warnings)


def changes_of(before: Any, after: Any, place: str = "") -> Iterator[Change]:
    """The places in which two canonical trees differ; members of a list are the same where their `code` or `value` is."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys([*before, *after]):
            yield from changes_of(before.get(key), after.get(key), f"{place}.{key}" if place else str(key))
    elif isinstance(before, list) and isinstance(after, list):
        old, new = _by_name(before), _by_name(after)
        for name in dict.fromkeys([*old, *new]):
            yield from changes_of(old.get(name), new.get(name), f"{place}[{name}]")
    elif before != after:
        yield Change(place, before, after)


def _codes(forms: SurveyForms) -> Iterator[str]:
    for form in forms.forms:
        yield form.code
        yield from (question.code for question in form.questions)
    for scale in forms.scales.values():
        yield from (option.value for option in scale.options)


def _by_name(members: Sequence[Any]) -> dict[str, Any]:
    for key in _NAMES:
        names = [m.get(key) if isinstance(m, Mapping) else None for m in members]
        if all(isinstance(n, str) for n in names) and len(set(names)) == len(names):
            return {str(n): m for n, m in zip(names, members, strict=True)}
    return {str(i): m for i, m in enumerate(members)}
